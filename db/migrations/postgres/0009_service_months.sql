CREATE TABLE "service_months" (
	"store_id" text NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"process" text NOT NULL,
	"criterion" text NOT NULL,
	"stage" text NOT NULL,
	"answers" bigint NOT NULL,
	"total" double precision NOT NULL,
	"squares" double precision DEFAULT 0 NOT NULL,
	"good" bigint NOT NULL,
	"middling" bigint NOT NULL,
	"bad" bigint NOT NULL,
	CONSTRAINT "service_months_store_id_month_kind_process_criterion_stage_pk" PRIMARY KEY("store_id","month","kind","process","criterion","stage")
);
