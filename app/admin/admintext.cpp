// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/admintext.h"

#include "core/calendar/era.h"

#include <QLocale>

namespace kessai {

namespace {

class AdminText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::AdminText)

public:
    static QString of(ErrorCode code);
};

QString AdminText::of(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused: return tr("%1: the act was refused.");
    case ErrorCode::ConnectionLost:
    case ErrorCode::OutcomeUnknown: return tr("%1: the connection broke.");
    case ErrorCode::Unreachable: return tr("%1: the server cannot be reached.");
    case ErrorCode::SignInRejected: return tr("%1: the server did not accept the name or the password.");
    case ErrorCode::AccessDenied: return tr("%1: this may not be read or written here.");
    case ErrorCode::NotFound: return tr("%1: there is no such office.");
    case ErrorCode::AlreadyExists: return tr("%1: there is an office already; it was not touched.");
    case ErrorCode::Damaged: return tr("%1: the database is damaged.");
    case ErrorCode::Invalid: return tr("%1: this cannot be used.");
    case ErrorCode::Busy: return tr("%1: somebody else is using the database; try again later.");
    case ErrorCode::Cancelled: return tr("%1: cancelled.");
    case ErrorCode::StorageFull: return tr("%1: the disk is full.");
    case ErrorCode::FileUnreadable: return tr("%1: a file cannot be read.");
    case ErrorCode::TooLarge: return tr("%1: a file is too large.");
    case ErrorCode::NetworkShare:
        return tr("%1: an office cannot be kept on a network share; use PostgreSQL for several computers.");
    case ErrorCode::ClientTooOld: return tr("%1: this program is too old for the database; install the newer one.");
    case ErrorCode::DatabaseTooOld:
        return tr("%1: the database has to be brought up to date first, with kessai-admin migrate.");
    case ErrorCode::NotADatabase: return tr("%1: this is no office of Kessai Desk.");
    case ErrorCode::Internal: return tr("%1: something went wrong inside the program.");
    }
    return {};
}

/// Whether the sentence leaves nothing to the detail, which is in English whatever somebody reads.
bool saysItAll(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SignInRejected:
    case ErrorCode::NotFound:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Cancelled:
    case ErrorCode::StorageFull:
    case ErrorCode::NetworkShare:
    case ErrorCode::ClientTooOld:
    case ErrorCode::DatabaseTooOld:
    case ErrorCode::NotADatabase: return true;
    case ErrorCode::Refused:
    case ErrorCode::ConnectionLost:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Unreachable:
    case ErrorCode::AccessDenied:
    case ErrorCode::Damaged:
    case ErrorCode::Invalid:
    case ErrorCode::Busy:
    case ErrorCode::FileUnreadable:
    case ErrorCode::TooLarge:
    case ErrorCode::Internal: break;
    }
    return false;
}

} // namespace

QString adminErrorText(const Error &error, const QString &database)
{
    const QString text = AdminText::of(error.code).arg(database);
    QString detail = adminDetail(error);
    if (error.refusal)
        detail = detail.isEmpty() ? toCode(*error.refusal) : toCode(*error.refusal) + QLatin1String(", ") + detail;
    return detail.isEmpty() ? text : AdminText::tr("%1 (%2)").arg(text, detail);
}

QString adminDetail(const Error &error)
{
    return saysItAll(error.code) && !readsEnglish() ? QString() : error.detail.simplified();
}

QString adminDay(const QDate &day)
{
    return readsEnglish() ? day.toString(Qt::ISODate) : eraDate(day);
}

QString adminTime(Instant at)
{
    return adminDay(at.day()) + QLatin1Char(' ') + at.tokyo().toString(QStringLiteral("HH:mm"));
}

bool readsEnglish()
{
    return QLocale().language() == QLocale::English;
}

Exit exitAfter(const Error &error)
{
    return error.code == ErrorCode::AlreadyExists ? Exit::Exists : Exit::Unusable;
}

} // namespace kessai
