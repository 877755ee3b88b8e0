-- The doors of the notary inside PostgreSQL (migrations 0003 to 0005).

-- name: remoteAppend (postgresql)
SELECT case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
       principal_name, at, request_id, payload, effects, previous_hash, hash
  FROM kessai.append_event(:case_id, :expected_seq, :request_id, :code, :version, :post_id, :principal_id, :payload, :effects)

-- name: remoteReroute (postgresql)
SELECT case_id, seq, code, version, actor_id, post_id, principal_id, actor_name, actor_title, actor_section,
       principal_name, at, request_id, payload, effects, previous_hash, hash
  FROM kessai.reroute(:case_id, :expected_seq, :request_id, :payload, :effects)

-- name: remoteSaveDraft (postgresql)
SELECT kessai.save_draft(:case_id, :revision, :form, :form_revision, :title, :amount, :urgent, :fields, :search_text, :files, :salt,
                         :confidential)

-- name: remoteDeleteDraft (postgresql)
SELECT kessai.delete_draft(:case_id)

-- name: remoteMyName (postgresql)
SELECT family_name, given_name FROM staff WHERE staff_id = kessai.my_staff_id() AND removed_in IS NULL
 ORDER BY valid_from DESC LIMIT 1

-- name: remoteNameOf (postgresql)
SELECT family_name, given_name FROM staff WHERE staff_id = :staff_id AND removed_in IS NULL
 ORDER BY valid_from DESC LIMIT 1

-- name: remoteBeginUpload (postgresql)
SELECT kessai.begin_upload(:sha256, :size, :chunks)

-- name: remotePutChunk (postgresql)
SELECT kessai.put_chunk(:blob_id, :no, :data)

-- name: remoteFinishUpload (postgresql)
SELECT CASE WHEN kessai.finish_upload(:blob_id) THEN 1 ELSE 0 END

-- name: remoteCloseMonth (postgresql)
SELECT kessai.close_month(CAST(:first AS TEXT))

-- name: remoteReopenMonth (postgresql)
SELECT kessai.reopen_month(CAST(:first AS TEXT), CAST(:reason AS TEXT))
