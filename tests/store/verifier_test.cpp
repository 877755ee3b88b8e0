// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/verifier.h"

#include "core/base/canonical.h"
#include "tests/store/testoffice.h"

// What a reader notices in a record whose hashes are right: whoever rewrites a history can count them again.

namespace kessai::test {

namespace {

class Verifier : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(office.problem(), QString());
        const auto filed = fileRichCase(office);
        ASSERT_TRUE(fine(filed));
        id = *filed;
        record = load(id);
        configuration = office.configuration();
        ASSERT_EQ(damage(), QString());
    }

    CaseRecord load(CaseId from) { return office.owner().cases().load(from).value(); }
    /// The event with a number.
    Event &event(int seq) { return record.history.at(size_t(seq) - 1); }
    template <class Body>
    Body &body(int seq)
    {
        return std::get<Body>(event(seq).body);
    }

    /// Writes the history anew, as whoever has the database could: texts, chain, and the head in the list of cases.
    void seal()
    {
        for (Event &one : record.history) {
            one.payload = canonicalJson(toJson(one.body));
            one.effectsText = canonicalJson(toJson(one.effects));
        }
        chain();
    }
    void chain()
    {
        QByteArray previous;
        for (Event &one : record.history) {
            one.previousHash = previous;
            one.hash = one.computedHash();
            previous = one.hash;
        }
        record.projection.headHash = previous;
    }

    Verified verified() const { return verifyCase(record, configuration, memoForms()); }
    /// Puts another content in the place of one that was submitted, with its seal in every event that names it.
    void replaceContent(int revision, const Content &content)
    {
        record.revisions.at(size_t(revision) - 1).content = content;
        for (Event &one : record.history) {
            auto *submitted = std::get_if<Submitted>(&one.body);
            if (submitted && submitted->revision == revision)
                submitted->contentDigest = content.digest();
        }
        seal();
    }

    /// The first thing found wrong; empty when nothing is.
    QString damage() const
    {
        const Verified result = verified();
        return result.sound()
            ? QString()
            : toCode(result.damage.front().kind) + QStringLiteral(": ") + result.damage.front().detail;
    }

    TestOffice office{Dialect::Sqlite};
    const SmallOffice &people = office.people();
    CaseId id{0};
    CaseRecord record{.id = CaseId(0),
                      .number = {},
                      .drafter = StaffId(0),
                      .drafterName = {},
                      .form = {},
                      .title = {},
                      .amount = {},
                      .history = {},
                      .revisions = {},
                      .projection = projectionOf(newCase(CaseId(0), StaffId(0))),
                      .storedChunks = {}};
    Configuration configuration;
};

} // namespace

TEST_F(Verifier, TellsABrokenChainFromAHistoryThatCannotHaveBeen)
{
    const CaseRecord sound = record;
    event(3).actorName = QStringLiteral("別人");

    EXPECT_TRUE(damage().startsWith(QLatin1String("chain: "))) << damage().toStdString();
    EXPECT_EQ(verified().state.seq, 2) << "what was before can still be shown";

    record = sound;
    event(2).payload.append(' ');
    chain();
    EXPECT_TRUE(damage().startsWith(QLatin1String("history: "))) << damage().toStdString();

    record = sound;
    event(2).effects.state = CaseState::Decided;
    seal();
    EXPECT_TRUE(damage().startsWith(QLatin1String("history: "))) << damage().toStdString();
}

TEST_F(Verifier, NoticesAContentOfARevisionTheFormNeverHad)
{
    Content content = record.revisions.back().content;
    content.formRevision = 999;

    replaceContent(2, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 2: no revision 999 of form memo"));
}

TEST_F(Verifier, NoticesAContentOfARevisionThatWasNotYetInForce)
{
    FormDefinition next = configuration.forms.front();
    next.revision = 2;
    next.from = event(1).at.day().addDays(1);
    configuration.forms.push_back(next);
    Content content = record.revisions.back().content;
    content.formRevision = 2;

    replaceContent(2, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 2: no revision 2 of form memo"));
}

TEST_F(Verifier, NoticesAContentTheFormDoesNotAllow)
{
    Content content = record.revisions.front().content;
    content.fields.insert(QStringLiteral("kind"), QStringLiteral(" special"));

    replaceContent(1, content);

    EXPECT_EQ(damage(), QStringLiteral("content: revision 1: The form has no field “kind”."));
}

} // namespace kessai::test
