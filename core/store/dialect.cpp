// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dialect.h"

#include <QByteArray>
#include <QSqlError>
#include <QStringList>

#include <initializer_list>

namespace kessai {

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); extended ones carry more in the higher bytes.
constexpr int kSqlitePerm = 3;
constexpr int kSqliteBusy = 5;
constexpr int kSqliteLocked = 6;
constexpr int kSqliteNoMemory = 7;
constexpr int kSqliteReadOnly = 8;
constexpr int kSqliteInterrupt = 9;
constexpr int kSqliteIoError = 10;
constexpr int kSqliteCorrupt = 11;
constexpr int kSqliteFull = 13;
constexpr int kSqliteCannotOpen = 14;
constexpr int kSqliteProtocol = 15;
constexpr int kSqliteSchema = 17;
constexpr int kSqliteTooBig = 18;
constexpr int kSqliteConstraint = 19;
constexpr int kSqliteNotADatabase = 26;
constexpr int kSqlitePrimaryKey = 1555;
constexpr int kSqliteUnique = 2067;
constexpr int kSqliteRowId = 2579;

ErrorCode meaningInSqlite(int code)
{
    if (code == kSqlitePrimaryKey || code == kSqliteUnique || code == kSqliteRowId)
        return ErrorCode::AlreadyExists;
    switch (code & 0xff) {
    case kSqlitePerm:
    case kSqliteReadOnly: return ErrorCode::AccessDenied;
    case kSqliteBusy:
    case kSqliteLocked:
    case kSqliteNoMemory: // all of the moment
    case kSqliteProtocol:
    case kSqliteSchema: return ErrorCode::Busy;
    case kSqliteInterrupt: return ErrorCode::Cancelled;
    case kSqliteIoError:
    case kSqliteCannotOpen: return ErrorCode::FileUnreadable;
    case kSqliteCorrupt: return ErrorCode::Damaged;
    case kSqliteFull: return ErrorCode::StorageFull;
    case kSqliteTooBig: return ErrorCode::TooLarge;
    case kSqliteConstraint: return ErrorCode::Invalid;
    case kSqliteNotADatabase: return ErrorCode::NotADatabase;
    }
    return ErrorCode::Internal;
}

struct Meaning {
    const char *state; ///< an SQLSTATE, or the two digits of its class
    ErrorCode code;
};

// postgresql.org/docs/15/errcodes-appendix.html; the first match counts.
constexpr Meaning kMeanings[] = {
    {"08", ErrorCode::ConnectionLost},
    {"57P01", ErrorCode::ConnectionLost}, // admin_shutdown
    {"57P02", ErrorCode::ConnectionLost}, // crash_shutdown
    {"57P03", ErrorCode::Unreachable},    // cannot_connect_now
    {"57P05", ErrorCode::ConnectionLost}, // idle_session_timeout
    {"25P03", ErrorCode::ConnectionLost}, // idle_in_transaction_session_timeout
    {"57014", ErrorCode::Cancelled},      // query_canceled
    {"28", ErrorCode::SignInRejected},
    {"3D000", ErrorCode::NotFound}, // no such database
    {"42501", ErrorCode::AccessDenied},
    {"42P04", ErrorCode::AlreadyExists}, // duplicate_database
    {"42710", ErrorCode::AlreadyExists}, // duplicate_object
    {"55P03", ErrorCode::Busy},          // lock_not_available
    {"55006", ErrorCode::Busy},          // object_in_use
    {"40", ErrorCode::Busy},             // serialization failure, deadlock
    {"23505", ErrorCode::AlreadyExists},
    {"22", ErrorCode::Invalid},
    {"23", ErrorCode::Invalid},
    {"53100", ErrorCode::StorageFull},
    {"53", ErrorCode::Busy}, // out of memory, connections
    {"54", ErrorCode::TooLarge},
    {"25006", ErrorCode::AccessDenied}, // read_only_sql_transaction
    {"XX001", ErrorCode::Damaged},
    {"XX002", ErrorCode::Damaged},
};

ErrorCode meaningInPostgreSql(const QString &state)
{
    for (const Meaning &meaning : kMeanings) {
        if (state.startsWith(QLatin1String(meaning.state)))
            return meaning.code;
    }
    return ErrorCode::Internal;
}

/// The message line and the line after it, without the words PostgreSQL puts before them in the server's language.
std::pair<QString, QString> messageAndDetail(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const auto after = [&](qsizetype no) {
        if (no >= lines.size())
            return QString();
        const auto colon = lines[no].indexOf(QLatin1Char(':'));
        return lines[no].mid(colon + 1).trimmed();
    };
    return {after(0), after(1)};
}

std::optional<ErrorCode> errorCodeFrom(const QString &name)
{
    for (int i = 0; i <= int(ErrorCode::Internal); ++i) {
        if (toCode(ErrorCode(i)) == name)
            return ErrorCode(i);
    }
    return std::nullopt;
}

} // namespace

Error errorOf(Dialect dialect, const QSqlError &error, bool alive)
{
    QString text = error.databaseText().trimmed();
    if (text.isEmpty())
        text = error.driverText().trimmed();
    const QString native = error.nativeErrorCode();
    if (dialect == Dialect::Sqlite)
        return Error{meaningInSqlite(native.toInt()), text, std::nullopt};

    if (!alive)
        return Error{ErrorCode::ConnectionLost, text, std::nullopt};
    const auto [message, detail] = messageAndDetail(text);
    if (native == QLatin1String("KD001")) {
        if (const auto refusal = refusalFromCode(message))
            return Error::refused(*refusal, detail);
        return Error{ErrorCode::Internal, text, std::nullopt};
    }
    if (native == QLatin1String("KD002"))
        return Error{errorCodeFrom(message).value_or(ErrorCode::Internal), detail, std::nullopt};
    return Error{meaningInPostgreSql(native), text, std::nullopt};
}

Error openingErrorOf(Dialect dialect, const QSqlError &error)
{
    if (dialect == Dialect::Sqlite)
        return errorOf(dialect, error, true);
    const QString text = error.databaseText().trimmed();
    const auto says = [&text](std::initializer_list<const char *> words) {
        for (const char *word : words) {
            if (text.contains(QString::fromUtf8(word)))
                return true;
        }
        return false;
    };
    // libpq gives no SQLSTATE for a connection that failed, only words: its own, or the server's after FATAL, in English or
    // in Japanese.
    if (!says({"FATAL", "致命的エラー"}))
        return Error{ErrorCode::Unreachable, text, std::nullopt};
    if (says({"starting up", "shutting down", "recovery mode", "起動しています", "シャットダウン", "リカバリモード"}))
        return Error{ErrorCode::Unreachable, text, std::nullopt};
    if (says({"too many", "connection slots", "接続数"}))
        return Error{ErrorCode::Busy, text, std::nullopt};
    if (says({"database \"", "データベース\""}) && says({"does not exist", "存在しません"}))
        return Error{ErrorCode::NotFound, text, std::nullopt};
    return Error{ErrorCode::SignInRejected, text, std::nullopt};
}

Error outcomeOf(const Error &error)
{
    if (error.code != ErrorCode::ConnectionLost)
        return error;
    return Error{ErrorCode::OutcomeUnknown, error.detail, std::nullopt};
}

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QByteArray kinds[] = {
        "nfs",        "nfs4",      "cifs",  "smb3",        "smbfs",          "smb2",
        "fuse.sshfs", "9p",        "ncpfs", "afs",         "ceph",           "lustre",
        "fuse.ceph",  "glusterfs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.smbnetfs",
        "gpfs"};
    for (const QByteArray &kind : kinds) {
        if (type.toLower() == kind)
            return true;
    }
    return false;
}

} // namespace kessai
