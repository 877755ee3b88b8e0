// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of private notes on meetings, for a timer, by the real program.
#include "core/store/database.h"
#include "core/store/databaseurl.h"
#include "core/store/query.h"
#include "tests/app/adminrun.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kessai::test {

TEST(AdminEndInk, DestroysPrivateNotesWhoseDayHasCome)
{
    const QTemporaryDir directory;
    const QString office = SampleFile::instance().copyTo(directory.path());
    const QStringList command{QStringLiteral("end-ink"), QStringLiteral("sqlite:") + office, QStringLiteral("--json")};
    const AdminRun none = runAdmin(command);
    ASSERT_EQ(none.exit, 0) << none.err.toStdString();
    EXPECT_EQ(none.json().value(QLatin1String("notes")).toInt(-1), 0);

    // The sample's held meeting as if its rules had wanted it and its minutes were decided by now.
    const auto database = Database::open(DatabaseUrl::sqlite(office));
    ASSERT_TRUE(database);
    for (const char *sql :
         {"UPDATE meeting_act SET body = replace(body, '\"inkDays\":-1', '\"inkDays\":0') WHERE meeting_id = 1 AND "
          "kind = 0",
          "UPDATE case_file SET state = 4, submitted_at = changed_at WHERE case_id = (SELECT json_extract(body, "
          "'$.minutes')"
          " FROM meeting_act WHERE meeting_id = 1 AND kind = 16)",
          "INSERT INTO event (case_id, seq, code, version, actor_id, actor_name, actor_title, actor_section, "
          "principal_name,"
          " at, request_id, payload, effects, previous_hash, hash)"
          " SELECT json_extract(body, '$.minutes'), 1, 'approved', 1, made_by, '', '', '', '', made_at, 'decided', "
          "'{}',"
          " '{\"state\":4}', '', '' FROM meeting_act WHERE meeting_id = 1 AND kind = 16",
          "INSERT INTO ink (ink_id, meeting_id, paper, revision, page, author_id, author_name, body, audience, version,"
          " removed, changed_at, mark) SELECT 'note', 1, 1, 1, 0, made_by, '', '{}', 0, 1, 0, 1, 1"
          " FROM meeting_act WHERE meeting_id = 1 AND seq = 1"})
        ASSERT_TRUE((*database)->execute(QString::fromUtf8(sql))) << sql;

    Query before(**database, QLatin1String("privateInk"));
    ASSERT_TRUE(before.bind(QLatin1String("meeting_id"), qint64(1)).execOne());
    const int notes = before.number(0);
    ASSERT_GT(notes, 0);

    const AdminRun ended = runAdmin(command);

    ASSERT_EQ(ended.exit, 0) << ended.err.toStdString();
    EXPECT_EQ(ended.json().value(QLatin1String("notes")).toInt(), notes);
    EXPECT_EQ(ended.json().value(QLatin1String("meetings")).toInt(), 1);
    EXPECT_EQ(runAdmin(command).json().value(QLatin1String("notes")).toInt(-1), 0) << "once";
}

} // namespace kessai::test
