// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/keptbooks.h"

#include "core/base/canonical.h"

#include <QPointer>
#include <QStandardPaths>

namespace kessai {

KeptBooks::KeptBooks(const Place &place, QString owner, QObject *parent)
    : QObject(parent), m_place(place), m_owner(std::move(owner))
{
    m_pool.setMaxThreadCount(1);
    if (m_place.secrets && !m_owner.isEmpty())
        askKey(*m_place.secrets);
    else
        openForSession();
}

KeptBooks::~KeptBooks()
{
    m_pool.waitForDone();
}

QString KeptBooks::ownerOf(const QString &databaseId, const QString &staffNumber)
{
    const QString whose = databaseId + QLatin1Char('/') + staffNumber;
    return databaseId.isEmpty() ? QString() : QString::fromLatin1(sha256Hex(whose.toUtf8()).left(32));
}

QString KeptBooks::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/offline");
}

void KeptBooks::askKey(SecretStore &secrets)
{
    const QString name = QStringLiteral("offline-papers@") + m_owner;
    const QPointer<KeptBooks> here(this);
    secrets.read(name, [here, name, &secrets](SecretStore::Outcome outcome, const QString &secret) {
        if (!here)
            return;
        const QString folder = here->m_place.folder + QLatin1Char('/') + here->m_owner;
        const auto known = SealingKey::fromText(secret);
        if (outcome == SecretStore::Outcome::Done && known) {
            here->open(*known, folder);
        } else if (outcome == SecretStore::Outcome::NoKeyring) {
            here->openForSession();
        } else {
            here->unlock(secrets, name, folder);
        }
    });
}

/// A keyring whose user did not unlock it says that there is no key. Something else is written to it before, which unlocks it, so that
/// no key is replaced that is there: nobody could open any more what it sealed.
void KeptBooks::unlock(SecretStore &secrets, const QString &name, const QString &folder)
{
    const QPointer<KeptBooks> here(this);
    const QString trial = name + QLatin1String("/trial");
    secrets.write(trial, QStringLiteral("-"), [here, name, folder, trial, &secrets](SecretStore::Outcome unlocked) {
        if (here && unlocked != SecretStore::Outcome::Done)
            return here->openForSession();
        secrets.read(name, [here, name, folder, trial, &secrets](SecretStore::Outcome outcome, const QString &secret) {
            secrets.remove(trial, [](SecretStore::Outcome) {});
            const auto known = SealingKey::fromText(secret);
            if (here && outcome == SecretStore::Outcome::Done && known)
                here->open(*known, folder);
            else if (here && outcome == SecretStore::Outcome::NoKeyring)
                here->openForSession();
            else if (here)
                here->makeKey(secrets, name, folder);
        });
    });
}

void KeptBooks::makeKey(SecretStore &secrets, const QString &name, const QString &folder)
{
    const QPointer<KeptBooks> here(this);
    const SealingKey made = SealingKey::random();
    secrets.write(name, made.text(), [here, made, name, folder, &secrets](SecretStore::Outcome written) {
        if (here && written != SecretStore::Outcome::Done)
            return here->openForSession();
        // Another window may have made one at the same moment: the one that stands there by now is, but for the same moment once more,
        // everybody's.
        secrets.read(name, [here, made, folder](SecretStore::Outcome outcome, const QString &secret) {
            const auto known = SealingKey::fromText(secret);
            if (here && outcome == SecretStore::Outcome::Done && !known)
                here->openForSession();
            else if (here)
                here->open(outcome == SecretStore::Outcome::Done && known ? *known : made, folder);
        });
    });
}

void KeptBooks::openForSession()
{
    m_session = std::make_unique<QTemporaryDir>();
    open(SealingKey::random(), m_session->path());
}

void KeptBooks::open(const SealingKey &key, const QString &folder)
{
    m_pool.start([room = m_room, key, folder, limit = m_place.limit] { room->shelf.emplace(folder, key, limit); });
    m_isOpen = true;
    for (Work &work : m_waiting)
        start(std::move(work));
    m_waiting.clear();
    Q_EMIT opened();
}

void KeptBooks::queue(Work work)
{
    if (m_isOpen)
        start(std::move(work));
    else
        m_waiting.push_back(std::move(work));
}

void KeptBooks::start(Work work)
{
    m_pool.start([room = m_room, work = std::move(work)] { work(*room->shelf); });
}

} // namespace kessai
