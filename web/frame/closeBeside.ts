/** Closes an open dialog by a press beside it, as Escape does by keyboard; answers how to stop. */
export function closeBeside(dialog: HTMLDialogElement): () => void {
  const press = (event: MouseEvent): void => {
    if (event.target === dialog) dialog.close();
  };
  dialog.addEventListener('click', press);
  return () => dialog.removeEventListener('click', press);
}
