// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/provision.h"

#include "core/store/query.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kIterations = 4096; ///< PostgreSQL's own
constexpr int kSaltBytes = 16;
constexpr int kMaxLoginBytes = 63; ///< longer names of roles are cut by PostgreSQL
constexpr int kStatementsAtOnce = 100;

struct Role {
    bool powerful;
    bool member;
    bool canLogin;
    bool elsewhere;
    bool shutOut;
};

QString quotedRole(const QString &name)
{
    QString text = name;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

bool isLogin(const QString &login)
{
    return !login.isEmpty() && login.toUtf8().size() <= kMaxLoginBytes
        && std::all_of(login.begin(), login.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

/// SASLprep (RFC 4013) of a password, for those it leaves no doubt about.
std::optional<QString> preparedPassword(const QString &password)
{
    for (const QChar c : password) {
        const bool plain = c.isPrint() && (!c.isSpace() || c == QLatin1Char(' ')) && c.category() != QChar::Other_Format
            && c.direction() != QChar::DirR && c.direction() != QChar::DirAL;
        if (!plain)
            return std::nullopt;
    }
    const QString prepared = password.normalized(QString::NormalizationForm_KC);
    return prepared.isEmpty() ? std::nullopt : std::optional(prepared);
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// Hi() of RFC 5802, which is PBKDF2 with one block.
QByteArray saltedPassword(const QByteArray &password, const QByteArray &salt)
{
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, password);
    mac.addData(salt + QByteArray("\0\0\0\1", 4));
    QByteArray round = mac.result();
    QByteArray sum = round;
    for (int i = 1; i < kIterations; ++i) {
        mac.reset();
        mac.addData(round);
        round = mac.result();
        for (qsizetype k = 0; k < sum.size(); ++k)
            sum[k] = char(sum[k] ^ round[k]);
    }
    return sum;
}

QByteArray randomSalt()
{
    quint32 words[kSaltBytes / sizeof(quint32)];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), kSaltBytes);
}

Result<QHash<QString, Role>> readRoles(Database &owner)
{
    QHash<QString, Role> roles;
    Query rows(owner, QLatin1String("allRoles"));
    if (const Result<> run = rows.exec(); !run)
        return run.failure();
    while (true) {
        const Result<bool> row = rows.next();
        if (!row)
            return row.failure();
        if (!*row)
            return roles;
        roles.insert(rows.text(0), {rows.flag(1), rows.flag(2), rows.flag(3), rows.flag(4), rows.flag(5)});
    }
}

/// The statements that make one role what it should be; the verifier is empty where the password stays.
QStringList statementsFor(const StaffLogin &staff, const Role *there, const QString &group, const QString &database,
                          const QString &verifier, int connectionsEach)
{
    const QString role = quotedRole(staff.login);
    QStringList statements;
    if (!staff.enabled) {
        if (there && there->member)
            statements += QStringLiteral("REVOKE %1 FROM %2").arg(quotedRole(group), role);
        if (there && there->canLogin && !there->elsewhere)
            statements += QStringLiteral("ALTER ROLE %1 NOLOGIN").arg(role);
        // NOLOGIN tells nothing: whoever left has it too, and whoever is of another office as well has not. The mark is this office's own.
        if (staff.shutOut)
            statements += QStringLiteral("ALTER ROLE %1 IN DATABASE %2 SET kessai.shut_out = '1'")
                              .arg(role, quotedRole(database));
        return statements;
    }
    if (!there || !there->canLogin || !verifier.isEmpty()) {
        QString statement = there ? QStringLiteral("ALTER ROLE ") : QStringLiteral("CREATE ROLE ");
        statement += role + QStringLiteral(" LOGIN CONNECTION LIMIT ") + QString::number(connectionsEach);
        if (!verifier.isEmpty())
            statement += QStringLiteral(" PASSWORD '") + verifier + QLatin1Char('\'');
        statements += statement;
    }
    if (!there) {
        // Whoever signs in with another program than ours gets the same limits.
        statements += QStringLiteral("ALTER ROLE %1 SET idle_in_transaction_session_timeout = '60s'").arg(role);
        statements += QStringLiteral("ALTER ROLE %1 SET statement_timeout = '60s'").arg(role);
    }
    if (there && there->shutOut)
        statements +=
            QStringLiteral("ALTER ROLE %1 IN DATABASE %2 RESET kessai.shut_out").arg(role, quotedRole(database));
    if (!there || !there->member)
        statements += QStringLiteral("GRANT %1 TO %2").arg(quotedRole(group), role);
    return statements;
}

} // namespace

Result<QString> scramVerifier(const QString &password, const QByteArray &salt)
{
    const auto prepared = preparedPassword(password);
    if (!prepared)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the password is empty or has characters that do not belong in one"));
    const QByteArray salted = saltedPassword(prepared->toUtf8(), salt);
    const QByteArray storedKey = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    const QByteArray serverKey = hmac(salted, "Server Key");
    return QStringLiteral("SCRAM-SHA-256$%1:%2$%3:%4")
        .arg(QString::number(kIterations), QString::fromLatin1(salt.toBase64()),
             QString::fromLatin1(storedKey.toBase64()), QString::fromLatin1(serverKey.toBase64()));
}

Result<QStringList> loginsThere(Database &owner, const QStringList &logins)
{
    const auto roles = readRoles(owner);
    if (!roles)
        return roles.failure();
    QStringList there;
    std::copy_if(logins.begin(), logins.end(), std::back_inserter(there),
                 [&](const QString &login) { return roles->contains(login); });
    return there;
}

Result<QStringList> loginsShutOut(Database &owner, const QStringList &logins)
{
    const auto roles = readRoles(owner);
    if (!roles)
        return roles.failure();
    QStringList out;
    std::copy_if(logins.begin(), logins.end(), std::back_inserter(out), [&](const QString &login) {
        const auto role = roles->constFind(login);
        return role != roles->constEnd() && role->shutOut;
    });
    return out;
}

Result<> provisionLogins(Database &owner, const std::vector<StaffLogin> &logins, int connectionsEach)
{
    auto transaction = Transaction::begin(owner);
    if (!transaction)
        return transaction.failure();
    QString group;
    QString database;
    {
        Query row(owner, QLatin1String("staffGroup"));
        if (const Result<> run = row.execOne(); !run)
            return run;
        group = row.text(0);
        database = row.text(1);
    }
    const auto roles = readRoles(owner);
    if (!roles)
        return roles.failure();

    // These are rights on the database itself, which a restored one does not bring along.
    QStringList statements{
        QStringLiteral("REVOKE ALL ON DATABASE %1 FROM PUBLIC").arg(quotedRole(database)),
        QStringLiteral("GRANT CONNECT ON DATABASE %1 TO %2").arg(quotedRole(database), quotedRole(group))};
    QHash<QString, QString> verifiers; // making one takes several milliseconds, on purpose
    for (const StaffLogin &staff : logins) {
        if (!isLogin(staff.login))
            return fail(ErrorCode::Invalid, QStringLiteral("'%1' cannot be a login").arg(staff.login));
        const auto found = roles->constFind(staff.login);
        const Role *there = found == roles->constEnd() ? nullptr : &found.value();
        if (there && there->powerful)
            return fail(
                ErrorCode::AlreadyExists,
                QStringLiteral("the role '%1' exists on the server and may do more than staff do").arg(staff.login));
        if (staff.enabled && staff.password && !verifiers.contains(*staff.password)) {
            const auto verifier = scramVerifier(*staff.password, randomSalt());
            if (!verifier)
                return fail(verifier.error().code, staff.login + QStringLiteral(": ") + verifier.error().detail);
            verifiers.insert(*staff.password, *verifier);
        }
        const QString verifier = staff.password ? verifiers.value(*staff.password) : QString();
        statements += statementsFor(staff, there, group, database, verifier, connectionsEach);
    }
    for (qsizetype i = 0; i < statements.size(); i += kStatementsAtOnce) {
        const QString batch = statements.mid(i, kStatementsAtOnce).join(QLatin1String(";\n"));
        if (const Result<> run = owner.execute(batch); !run)
            return run;
    }
    return transaction->commit();
}

namespace {

/// Ends what somebody has open in the office. That is for those who are what they are, and who made a role may become it for a moment.
Result<> endSessions(Database &owner, const QString &login)
{
    auto transaction = Transaction::begin(owner);
    if (!transaction)
        return transaction.failure();
    const QString role = quotedRole(login);
    if (const Result<> run = owner.execute(QStringLiteral("GRANT %1 TO CURRENT_USER").arg(role)); !run)
        return run;
    Query sessions(owner, QLatin1String("endSessions"));
    if (const Result<> run = sessions.bind(QLatin1String("login"), login).execOne(); !run)
        return run;
    if (const Result<> run = owner.execute(QStringLiteral("REVOKE %1 FROM CURRENT_USER").arg(role)); !run)
        return run;
    return transaction->commit();
}

} // namespace

Result<> shutOut(Database &owner, const QString &login)
{
    const auto roles = readRoles(owner);
    if (!roles)
        return roles.failure();
    if (!roles->contains(login))
        return fail(ErrorCode::NotFound, QStringLiteral("'%1' has no login").arg(login));
    if (const Result<> out = provisionLogins(owner, {{login, std::nullopt, false, true}}); !out)
        return out;
    if (const Result<> ended = endSessions(owner, login); !ended)
        return ended;
    Query still(owner, QLatin1String("getsIn"));
    if (const Result<> run = still.bind(QLatin1String("login"), login).execOne(); !run)
        return run;
    return still.flag(0) ? Result<>(fail(ErrorCode::AccessDenied,
                                         QStringLiteral("'%1' belongs to the office by way of another role, which only "
                                                        "whoever manages that one can end")
                                             .arg(login)))
                         : Result<>();
}

} // namespace kessai
