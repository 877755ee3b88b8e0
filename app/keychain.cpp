// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <qt6keychain/keychain.h>

namespace kessai {

namespace {

QString service()
{
    return QStringLiteral("kessai-desk");
}

SecretStore::Outcome outcomeOf(const QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError: return SecretStore::Outcome::Done;
    case QKeychain::EntryNotFound: return SecretStore::Outcome::NotFound;
    default: return SecretStore::Outcome::NoKeyring;
    }
}

} // namespace

// The jobs delete themselves when they are finished.

void Keychain::read(const QString &key, std::function<void(Outcome, const QString &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, done = std::move(done)] { done(outcomeOf(job), job->textData()); });
    job->start();
}

void Keychain::write(const QString &key, const QString &secret, std::function<void(Outcome)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] { done(outcomeOf(job)); });
    job->start();
}

void Keychain::remove(const QString &key, std::function<void(Outcome)> done)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] { done(outcomeOf(job)); });
    job->start();
}

} // namespace kessai
