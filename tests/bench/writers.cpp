// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/writers.h"

#include "core/cases/numbers.h"
#include "core/services/desk.h"
#include "forms/catalog.h"
#include "tests/support/officebuilder.h"

#include <QUuid>

namespace kessai::bench {

namespace {

QString requestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

class StoreWriter final : public Writer {
public:
    StoreWriter(const WritersOffice &office, int client, std::vector<std::unique_ptr<Store>> stores,
                Configuration configuration)
        : m_office(office), m_line(office.line(client)), m_stores(std::move(stores)),
          m_configuration(std::move(configuration)),
          m_today(m_configuration.office.at(systemClock().now().day(), m_configuration.office.revision))
    {
    }

    Result<> job() override
    {
        const Content content = jobContent(++m_number);
        const Form &form = *m_office.catalog().find(content.form);
        DraftSave draft;
        draft.content = content;
        draft.title = form.title(content.fields, m_configuration.parameters);
        draft.amount = form.amount(content.fields)->amount();
        const auto id = m_stores[0]->cases().saveDraft(draft);
        if (!id)
            return id.failure();
        const RouteRule &rule = *m_configuration.ruleOn(content.form, m_today->day());
        QJsonObject facts = content.fields;
        const QJsonObject derived = form.facts(content.fields, m_configuration.parameters);
        for (auto it = derived.begin(); it != derived.end(); ++it)
            facts.insert(it.key(), it.value());
        auto route = resolveRoute(rule, *m_today, m_line.clerk, m_line.clerksPost, facts,
                                  m_configuration.tableFor(rule, m_today->day(), m_configuration.office.revision));
        if (!route)
            return fail(Error::refused(route.error()));
        Case state = newCase(*id, m_line.clerk);
        const Submit submit{
            1,
            content.digest(),
            RouteBasis{rule.revision, m_configuration.office.revision, m_today->day(), m_line.clerksPost},
            std::move(route).value(),
            form.postings(content.fields, m_line.clerk, m_configuration.parameters),
            {}};
        Result<> acted = act(state, 0, m_line.clerk, submit);
        for (size_t i = 0; i < m_line.approvers.size() && acted; ++i)
            acted = act(state, i + 1, m_line.approvers[i], Approve{});
        if (acted && state.state != CaseState::Decided)
            return fail(ErrorCode::Internal, QStringLiteral("the job was not decided"));
        return acted;
    }

private:
    Result<> act(Case &state, size_t who, StaffId actor, const Command &command)
    {
        auto proposed = decide(state, command, actor, *m_today);
        if (!proposed)
            return fail(Error::refused(proposed.error()));
        const auto event =
            m_stores[who]->cases().append({state.id, state.seq, requestId(), std::move(proposed).value()});
        if (!event)
            return event.failure();
        auto next = fold(std::move(state), *event);
        if (!next)
            return next.failure();
        state = std::move(next).value();
        return {};
    }

    const WritersOffice &m_office;
    const WritersOffice::Line &m_line;
    std::vector<std::unique_ptr<Store>> m_stores;
    Configuration m_configuration;
    std::shared_ptr<const Office> m_today;
    int m_number = 0;
};

class DeskWriter final : public Writer {
public:
    explicit DeskWriter(std::vector<std::unique_ptr<Desk>> desks) : m_desks(std::move(desks)) {}

    Result<> job() override
    {
        const auto id = m_desks[0]->saveDraft(std::nullopt, jobContent(++m_number));
        if (!id)
            return id.failure();
        if (const auto submitted = m_desks[0]->submit(*id, requestId(), {}); !submitted)
            return submitted.failure();
        for (int i = 1; i <= 3; ++i) {
            if (const auto acted = m_desks[size_t(i)]->act(*id, i, requestId(), Approve{}); !acted)
                return acted.failure();
        }
        return {};
    }

private:
    std::vector<std::unique_ptr<Desk>> m_desks;
    int m_number = 0;
};

Result<std::vector<std::unique_ptr<Store>>> openAll(const WritersOffice::Line &line, const OpenAs &open)
{
    std::vector<std::unique_ptr<Store>> stores;
    for (const StaffId who : {line.clerk, line.approvers[0], line.approvers[1], line.approvers[2]}) {
        auto store = open(who);
        if (!store)
            return store.failure();
        stores.push_back(std::move(store).value());
    }
    return stores;
}

} // namespace

WritersOffice::WritersOffice(int clients) : m_catalog(makeCatalog())
{
    test::OfficeBuilder builder;
    const SectionId city = builder.city();
    for (int i = 1; i <= clients; ++i) {
        const auto code = [i](const char *what) { return QStringLiteral("%1%2").arg(QLatin1String(what)).arg(i); };
        const SectionId department = builder.department(city, code("bu"), QStringLiteral("第%1部").arg(i));
        const SectionId section = builder.section(department, code("ka"), QStringLiteral("第%1課").arg(i));
        const SectionId unit = builder.unit(section, code("kakari"), QStringLiteral("第%1係").arg(i));
        const PostId director = builder.head(department, code("bucho"), QStringLiteral("部長"), 80);
        const PostId manager = builder.head(section, code("kacho"), QStringLiteral("課長"), 60);
        const PostId chief = builder.head(unit, code("kakaricho"), QStringLiteral("係長"), 40);
        const PostId clerk = builder.post(unit, code("shuji"), QStringLiteral("主事"), 10);
        const auto person = [&](const char *login, PostId post) {
            return builder.staff(code(login), QStringLiteral("佐藤"), code(login), post);
        };
        m_lines.push_back(
            {person("c", clerk), clerk, {person("k", chief), person("m", manager), person("d", director)}});
    }
    m_history = builder.history();
}

OfficeFounding WritersOffice::founding() const
{
    OfficeFounding founding;
    Configuration &configuration = founding.configuration;
    configuration.officeName = QStringLiteral("見本市役所");
    configuration.office = m_history;
    configuration.parameters = shippedParameters();
    configuration.tables = shippedTables();
    for (const auto &form : m_catalog->all()) {
        for (const FormDefinition &definition : form->definitions())
            configuration.forms.push_back(definition);
        configuration.rules.push_back(*RouteRule::fromJson(form->defaultRule(), 1));
    }
    founding.madeBy = QStringLiteral("bench");
    founding.reason = QStringLiteral("bench");
    return founding;
}

Content jobContent(int number)
{
    Content content;
    content.form = QStringLiteral("draft");
    content.formRevision = 1;
    content.fields = {
        {QStringLiteral("subject"), QStringLiteral("庁舎空調設備の保守点検業務の実施について（第%1号）").arg(number)},
        {QStringLiteral("body"),
         QStringLiteral("庁舎空調設備を常に良好な状態に保つため、専門業者による保守点検業務を次のとおり実施してよろしい"
                        "か伺います。"
                        "点検は年四回とし、結果は施設台帳に記録する。契約の方法は随意契約とする。")},
        {QStringLiteral("decider"), QStringLiteral("department")},
        {QStringLiteral("amount"), 800'000},
        {QStringLiteral("classification"), QStringLiteral("01-03-02")},
        {QStringLiteral("retention"), QStringLiteral("5")},
        {QStringLiteral("disclosure"), QStringLiteral("open")}};
    return content;
}

Result<std::unique_ptr<Writer>> storeWriter(const WritersOffice &office, int client, const OpenAs &open)
{
    auto stores = openAll(office.line(client), open);
    if (!stores)
        return stores.failure();
    auto configuration = stores->front()->office().configuration();
    if (!configuration)
        return configuration.failure();
    return std::unique_ptr<Writer>(
        std::make_unique<StoreWriter>(office, client, std::move(stores).value(), std::move(configuration).value()));
}

Result<std::unique_ptr<Writer>> deskWriter(const WritersOffice &office, int client, const OpenAs &open)
{
    auto stores = openAll(office.line(client), open);
    if (!stores)
        return stores.failure();
    std::vector<std::unique_ptr<Desk>> desks;
    for (auto &store : *stores) {
        desks.push_back(std::make_unique<Desk>(std::move(store), office.catalog(), systemClock()));
        if (const auto started = desks.back()->start(); !started)
            return started.failure();
    }
    return std::unique_ptr<Writer>(std::make_unique<DeskWriter>(std::move(desks)));
}

} // namespace kessai::bench
