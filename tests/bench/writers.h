// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/engine.h"
#include "core/cases/form.h"
#include "core/ports/store.h"
#include "core/store/officewriter.h"

#include <array>
#include <memory>

namespace kessai::bench {

/// An office in which everybody who drafts has superiors of their own, so that clients meet at nothing but the database.
class WritersOffice final {
public:
    explicit WritersOffice(int clients);

    struct Line {
        StaffId clerk;
        PostId clerksPost;
        std::array<StaffId, 3> approvers;
    };
    const Line &line(int client) const { return m_lines[size_t(client) % m_lines.size()]; }
    OfficeFounding founding() const;
    const FormCatalog &catalog() const { return *m_catalog; }

private:
    OfficeHistory m_history;
    std::vector<Line> m_lines;
    std::unique_ptr<FormCatalog> m_catalog;
};

/// A draft of some hundred characters that a department head decides: three approvals.
Content jobContent(int number);

/// Somebody who does one job after the other; lives on one thread.
class Writer {
public:
    virtual ~Writer() = default;
    /// One job: written, submitted, approved three times, decided.
    virtual Result<> job() = 0;
};

/// Opens the store of somebody of a writers' office.
using OpenAs = std::function<Result<std::unique_ptr<Store>>(StaffId)>;

/// Through four people's stores, engine in between, without reading anything again.
Result<std::unique_ptr<Writer>> storeWriter(const WritersOffice &office, int client, const OpenAs &open);
/// Through four people's desks, which open, replay and verify the case before every act, and check and preview as the window does.
Result<std::unique_ptr<Writer>> deskWriter(const WritersOffice &office, int client, const OpenAs &open);

/// A job that was done through the store, as what others have to write.
struct WrittenJob final {
    CaseRecord record;
    QString text;  ///< as in case_text
    QString grams; ///< as in case_gram
};

/// The same rows by plain statements over libpq, one round trip each; no checks, no policies, the hashes of the written job.
/// One session does all of a job, or four people do it in their own.
Result<std::unique_ptr<Writer>> plainPostgres(const WrittenJob &job, const QString &conninfo, int sessions);
/// The same rows by one function for each act, which chains the hash and checks nothing.
Result<std::unique_ptr<Writer>> functionPostgres(const WrittenJob &job, const QString &conninfo, int sessions);
/// The same rows by plain statements into an SQLite file.
Result<std::unique_ptr<Writer>> plainSqlite(const WrittenJob &job, const QString &path);
/// Makes the functions of `functionPostgres`.
QString writingFunctions();

} // namespace kessai::bench
