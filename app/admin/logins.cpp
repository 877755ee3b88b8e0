// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/logins.h"

#include "app/admin/password.h"
#include "core/store/officequeries.h"
#include "core/store/provision.h"

#include <QCoreApplication>
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
    static QString withoutPasswords() { return tr("The new ones have no password yet."); }
    static QString unwritable(const QString &path, const QString &why)
    {
        return tr("%1 cannot be written (%2).").arg(path, why);
    }
};

} // namespace

QStringList GivenLogins::sentences(bool withPasswords) const
{
    QStringList sentences{LoginText::given(kept, int(fresh.size()))};
    if (!withPasswords && !fresh.isEmpty())
        sentences += LoginText::withoutPasswords();
    return sentences;
}

std::optional<QString> GivenLogins::writeTo(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray bytes = (fresh.join(u'\n') + u'\n').toUtf8();
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    return written ? std::nullopt : std::optional(LoginText::unwritable(path, file.errorString()));
}

Result<GivenLogins> giveLogins(Database &office, bool invent, const Clock &clock)
{
    const auto configuration = readConfiguration(Reader{office, clock, std::nullopt, Sight::All});
    if (!configuration)
        return configuration.failure();
    const auto today = configuration->office.at(clock.now().day(), configuration->office.revision);
    QStringList names;
    for (const Staff &staff : today->allStaff())
        names.append(staff.login);
    const auto there = loginsThere(office, names);
    if (!there)
        return there.failure();
    GivenLogins logins;
    std::vector<StaffLogin> wanted;
    for (const QString &name : names) {
        std::optional<QString> password;
        if (there->contains(name)) {
            ++logins.kept;
        } else {
            password = invent ? std::optional(inventPassword()) : std::nullopt;
            logins.fresh.append(name + u',' + password.value_or(QString()));
        }
        wanted.push_back({name, password, true});
    }
    if (const Result<> made = provisionLogins(office, wanted); !made)
        return made.failure();
    return logins;
}

} // namespace kessai
