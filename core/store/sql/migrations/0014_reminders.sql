-- oldest client: 14
-- Reminders are few among the acts, and every row of a tray asks for its last one. Programs that do not know them cannot read a history.

CREATE INDEX event_reminded ON event (case_id, at) WHERE code = 'reminded';
