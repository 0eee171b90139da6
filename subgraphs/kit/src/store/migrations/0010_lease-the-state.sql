CREATE SEQUENCE "state_change" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "state_lease" (
	"holder" uuid PRIMARY KEY NOT NULL,
	"acknowledged" bigint NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
-- Says that a holder has let go of all that it read before a change, and gives it the state for a few seconds more: until the next embargo
-- ends, where that is sooner. One that has not come as far as the last change gets nothing, so that whoever makes one waits no longer than that.
-- With the rights of the owner, since a server may write nothing; what is under embargo it learns of when it is about to end.
DO $do$ BEGIN EXECUTE format($format$
CREATE FUNCTION lease_state(asking uuid, seen bigint, OUT held_ms double precision, OUT change bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = %1$I, pg_temp AS $body$
DECLARE
  most_holders CONSTANT integer := 100;
  lasting CONSTANT interval := '5 seconds';
  ending timestamptz;
BEGIN
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO change FROM state_change;
  held_ms := 0;
  DELETE FROM state_lease WHERE holder IN
    (SELECT holder FROM state_lease WHERE ends_at < clock_timestamp() - lasting AND holder <> asking FOR UPDATE SKIP LOCKED);
  IF seen < change OR (SELECT count(*) FROM state_lease WHERE holder <> asking) >= most_holders THEN RETURN; END IF;
  SELECT least(clock_timestamp() + lasting, min(embargo_until)) INTO ending
    FROM release WHERE embargo_until > clock_timestamp() AND recalled_at IS NULL;
  INSERT INTO state_lease VALUES (asking, least(seen, change), ending)
    ON CONFLICT (holder) DO UPDATE SET acknowledged = excluded.acknowledged, ends_at = excluded.ends_at;
  held_ms := 1000 * extract(epoch FROM ending - clock_timestamp());
END $body$
$format$, current_schema()); END $do$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION lease_state(uuid, bigint) FROM PUBLIC;
--> statement-breakpoint
-- Tells holders of each change as soon as it is made, whoever makes it.
CREATE FUNCTION tell_state_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  PERFORM pg_notify('boroughgraph ' || tg_table_schema, '');
  RETURN NULL;
END $body$;
--> statement-breakpoint
CREATE TRIGGER tell_state_change AFTER UPDATE ON "catalogue_version" FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change();
--> statement-breakpoint
CREATE TRIGGER tell_state_change AFTER INSERT OR UPDATE OR DELETE ON "release" FOR EACH STATEMENT EXECUTE FUNCTION tell_state_change();
