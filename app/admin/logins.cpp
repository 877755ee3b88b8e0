// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/logins.h"

#include "app/admin/password.h"
#include "core/base/wholefile.h"
#include "core/store/officequeries.h"
#include "core/store/provision.h"
#include "core/store/query.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

class LoginText final {
    Q_DECLARE_TR_FUNCTIONS(kessai::LoginText)

public:
    static QString given(int kept, int fresh)
    {
        return tr("Login roles: %1 were there and keep their passwords, %2 are new.").arg(kept).arg(fresh);
    }
    static QString ended(int count) { return tr("%n person(s) who left get in no more.", nullptr, count); }
    static QString shutOut(int count)
    {
        return tr("%n person(s) are shut out, and stay so until --let-in.", nullptr, count);
    }
    static QString withoutPasswords() { return tr("The new ones have no password yet."); }
    static QString readByOthers(const QString &path)
    {
        return tr("%1 is not written: there, others could read it.").arg(path);
    }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
};

/// How those are called who begin by changes that wait for their day.
Result<QStringList> loginsPrepared(Database &office)
{
    Query prepared(office, QLatin1String("preparedBodies"));
    if (const Result<> run = prepared.exec(); !run)
        return run.failure();
    QStringList names;
    for (auto more = prepared.next(); !more || *more; more = prepared.next()) {
        if (!more)
            return more.failure();
        const QJsonObject body = QJsonDocument::fromJson(prepared.text(0).toUtf8()).object();
        for (const QJsonValue &staff :
             body.value(QLatin1String("put")).toObject().value(QLatin1String("staff")).toArray())
            names.append(staff.toObject().value(QLatin1String("login")).toString());
    }
    return names;
}

/// Writes the passwords of new roles to a file that its owner alone reads; what was wrong otherwise.
std::optional<QString> writeList(const QStringList &fresh, const QString &path)
{
    constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    constexpr auto kOthers =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QSaveFile file(path);
    Result<> written = stageFile(file, (fresh.join(u'\n') + u'\n').toUtf8(), kOwnerOnly);
    if (written && (file.permissions() & kOthers) != 0)
        return LoginText::readByOthers(path); // a disk that knows no rights
    if (written)
        written = commitFile(file);
    return written ? std::nullopt : std::optional(LoginText::unwritable(path, written.error().detail));
}

} // namespace

QStringList GivenLogins::sentences(bool withPasswords) const
{
    QStringList sentences{LoginText::given(kept, int(fresh.size()))};
    if (!withPasswords && !fresh.isEmpty())
        sentences += LoginText::withoutPasswords();
    if (ended > 0)
        sentences += LoginText::ended(ended);
    if (shutOut > 0)
        sentences += LoginText::shutOut(shutOut);
    return sentences;
}

namespace {

/// How those sign in who are on the staff, or are to be by a prepared change.
Result<QStringList> loginsOfStaff(Database &office, const Configuration &configuration, const Clock &clock)
{
    auto names = loginsPrepared(office);
    if (!names)
        return names;
    const auto today = configuration.office.at(clock.now().day(), configuration.office.revision);
    for (const Staff &staff : today->allStaff())
        names->append(staff.login);
    names->removeDuplicates();
    return names;
}

} // namespace

Result<GivenLogins> giveLogins(Database &office, const QString &list, const Clock &clock)
{
    const auto configuration = readConfiguration(Reader{office, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    const auto known = loginsOfStaff(office, *configuration, clock);
    if (!known)
        return known.failure();
    const QStringList &names = *known;
    QStringList left;
    for (const Dated<Staff> &row : configuration->office.staff) {
        if (!names.contains(row.value.login) && row.from <= clock.now().day())
            left.append(row.value.login);
    }
    left.removeDuplicates();
    const auto there = loginsThere(office, names + left);
    const auto out = loginsShutOut(office, names);
    if (!there || !out)
        return there ? out.failure() : there.failure();
    GivenLogins logins;
    std::vector<StaffLogin> wanted;
    for (const QString &name : names) {
        if (out->contains(name)) {
            ++logins.shutOut;
            continue;
        }
        std::optional<QString> password;
        if (there->contains(name)) {
            ++logins.kept;
        } else {
            password = !list.isEmpty() ? std::optional(inventPassword()) : std::nullopt;
            logins.fresh.append(name + u',' + password.value_or(QString()));
        }
        wanted.push_back({name, password, true});
    }
    for (const QString &name : left) {
        if (!there->contains(name))
            continue;
        ++logins.ended;
        wanted.push_back({name, std::nullopt, false});
    }
    if (!list.isEmpty())
        logins.unwritten = writeList(logins.fresh, list);
    if (logins.unwritten)
        return logins;
    if (const Result<> made = provisionLogins(office, wanted); !made)
        return made.failure();
    return logins;
}

Result<GivenLogins> settleLogin(Database &office, const QString &login, bool in, const QString &list,
                                const Clock &clock)
{
    const auto configuration = readConfiguration(Reader{office, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    const auto names = loginsOfStaff(office, *configuration, clock);
    if (!names)
        return names.failure();
    GivenLogins settled;
    settled.nobody = !names->contains(login);
    if (settled.nobody)
        return settled;
    std::optional<QString> password;
    if (in && !list.isEmpty()) {
        password = inventPassword();
        settled.fresh.append(login + u',' + *password);
        settled.unwritten = writeList(settled.fresh, list);
    }
    if (settled.unwritten)
        return settled;
    const Result<> done = in ? provisionLogins(office, {{login, password, true}}) : shutOut(office, login);
    settled.nobody = !done && done.error().code == ErrorCode::NotFound; // who is on the staff and has no role yet
    return done || settled.nobody ? Result<GivenLogins>(std::move(settled)) : Result<GivenLogins>(done.failure());
}

} // namespace kessai
