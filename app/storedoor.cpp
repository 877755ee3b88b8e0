// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storedoor.h"

#include "core/store/openstore.h"
#include "ui/wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

namespace {

/// A sign-in worth trying, as `kessai-admin create` leaves them in the office's own words.
struct Suggestion {
    QString login;
    Bilingual note;
};

std::vector<Suggestion> suggestionsOf(const Configuration &configuration)
{
    const QString text = configuration.info.value(QStringLiteral("suggested_signins"));
    std::vector<Suggestion> suggestions;
    const QJsonArray rows = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &row : rows) {
        suggestions.push_back({row.toObject().value(QLatin1String("login")).toString(),
                               Bilingual::fromJson(row.toObject().value(QLatin1String("note")))});
    }
    return suggestions;
}

Person personOf(const Staff &staff, const Office &office)
{
    Person person{staff.id, staff.name(), staff.kana, {}, {}, false, {}, staff.login};
    if (const auto post = office.primaryPost(staff.id)) {
        person.title = office.post(*post)->title;
        person.section = office.sectionLabel(office.post(*post)->section);
    }
    return person;
}

} // namespace

StoreDoor::StoreDoor(const Clock &clock) : m_clock(clock) {}

Result<std::unique_ptr<Store>> StoreDoor::open(const SignIn &signIn)
{
    const auto url = DatabaseUrl::parse(signIn.database);
    if (!url)
        return url.failure();
    if (url->dialect() == Dialect::PostgreSql)
        return openStore(url->withCredentials(signIn.login, signIn.password), std::nullopt, m_clock);
    if (!signIn.person)
        return fail(ErrorCode::SignInRejected, QStringLiteral("nobody was chosen"));
    return openStore(*url, signIn.person, m_clock);
}

Result<std::vector<Person>> StoreDoor::people(const QString &database)
{
    const auto url = DatabaseUrl::parse(database);
    if (!url)
        return url.failure();
    if (url->dialect() != Dialect::Sqlite)
        return fail(ErrorCode::Invalid, QStringLiteral("only a trial office lets one choose who to be"));
    const auto store = openStore(*url, std::nullopt, m_clock);
    if (!store)
        return store.failure();
    const auto configuration = (*store)->office().configuration();
    if (!configuration)
        return configuration.failure();

    const auto office = configuration->office.at(m_clock.now().day(), configuration->office.revision);
    const std::vector<Suggestion> suggestions = suggestionsOf(*configuration);
    std::vector<Person> people;
    for (const Suggestion &suggestion : suggestions) {
        const Staff *staff = office->staffByLogin(suggestion.login);
        if (!staff)
            continue;
        Person person = personOf(*staff, *office);
        person.suggested = true;
        person.note = suggestion.note.text(englishWording());
        people.push_back(std::move(person));
    }
    const auto rest = std::ptrdiff_t(people.size());
    for (const Staff &staff : office->allStaff()) {
        const bool there = std::any_of(people.begin(), people.begin() + rest,
                                       [&](const Person &person) { return person.id == staff.id; });
        if (!there)
            people.push_back(personOf(staff, *office));
    }
    std::stable_sort(people.begin() + rest, people.end(),
                     [](const Person &a, const Person &b) { return a.kana < b.kana; });
    return people;
}

} // namespace kessai
