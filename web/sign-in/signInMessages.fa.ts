import type { Translation } from '../language/translation.ts';
import type { signInMessages as english } from './signInMessages.ts';

export const signInMessages: Translation<typeof english> = {
  title: 'ورود به حساب',
  lead: 'ببینید چند نفر می‌گذرند، چند نفر وارد می‌شوند و چند نفر می‌خرند.',
  email: 'ایمیل',
  password: 'گذرواژه',
  submit: 'ورود',
  busy: 'در حال ورود…',
  wrong: 'این ایمیل و گذرواژه با هم نمی‌خوانند.',
  demoTitle: 'این نسخهٔ نمایشی است',
  demoText: 'فروشگاه‌ها، شمارشگرها و صندوق‌های آن شبیه‌سازی شده‌اند. هر چقدر خواستید بگردید.',
  demoButton: 'ورود به نسخهٔ نمایشی',
  setup: 'هنوز کسی این Lintel را راه‌اندازی نکرده است. پیوندی را باز کنید که هنگام اجرای آن چاپ شد.',
  forgotten: 'گذرواژه را فراموش کرده‌اید؟ از مالک پیوندی برای گذرواژهٔ تازه بخواهید.',
};
