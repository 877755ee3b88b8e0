// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders of payment that may be of one debt, as the office finds them whoever asks.
#include "core/cases/cancellation.h"
#include "core/services/desk.h"
#include "tests/store/hand.h"

namespace kessai::test {

using namespace Qt::StringLiterals;

namespace {

/// A bill of the shop, paid at once.
QJsonObject bill(qint64 amount, const QString &number = u"No.012-3"_s, const QString &day = u"2026-11-20"_s,
                 const QString &payee = u"0000007"_s)
{
    QJsonObject fields = moving(u"budget.payment"_s, budgetLine(kStationery, SectionId(0)).account(), amount);
    fields.insert(u"payee"_s, QJsonObject{{u"code"_s, payee}});
    fields.insert(u"payment_on"_s, kMemoDay.toString(Qt::ISODate));
    fields.insert(u"invoiced_on"_s, day);
    fields.insert(u"invoice_number"_s, number);
    return fields;
}

class InvoiceWatch : public OnBothDatabases {
protected:
    static InvoiceMarks marks(qint64 amount, const QString &number, const QString &day = u"2026-01-01"_s)
    {
        return {.payee = u"0000007"_s,
                .amount = amount,
                .invoicedOn = QDate::fromString(day, Qt::ISODate),
                .number = number,
                .from = kMemoDay.addYears(-1),
                .until = kMemoDay.addYears(1)};
    }
    QStringList numbers(StaffId who, const InvoiceMarks &of, std::optional<CaseId> except = {})
    {
        const auto twins = office.as(who).payments().invoiceTwins(of, except);
        EXPECT_TRUE(fine(twins));
        QStringList found;
        for (const InvoiceTwin &twin : twins ? *twins : std::vector<InvoiceTwin>())
            found.append(twin.number + (twin.sameFile ? u" file"_s : QString()));
        return found;
    }
    QString numberOf(CaseId id) { return office.owner().cases().load(id)->number; }
    Hand sato{office, people.sato};
};
KESSAI_ON_BOTH_DATABASES(InvoiceWatch);

} // namespace

TEST_P(InvoiceWatch, FindsTheSameBillWhoeverAsksAndHoweverItsNumberIsWritten)
{
    const auto first = sato.file(bill(90'000));
    ASSERT_TRUE(fine(first));
    const QStringList same{numberOf(*first)};

    for (const StaffId who : {people.sato, people.fuji, people.shiba})
        EXPECT_EQ(numbers(who, marks(90'000, u"ＮＯ．０１２－３"_s)), same) << who.value();
    EXPECT_EQ(numbers(people.fuji, marks(90'000, u"other"_s, u"2026-11-20"_s)), same) << "the day of the invoice";
    EXPECT_EQ(numbers(people.fuji, marks(90'000, u"other"_s)), QStringList());
    EXPECT_EQ(numbers(people.fuji, marks(90'000, {})), QStringList()) << "no number is none";
    EXPECT_EQ(numbers(people.fuji, marks(90'001, u"no 0123"_s)), QStringList());
    EXPECT_EQ(numbers(people.sato, marks(90'000, u"no 0123"_s), *first), QStringList()) << "the case itself";
    InvoiceMarks another = marks(90'000, u"no 0123"_s);
    another.payee = u"0000008"_s;
    EXPECT_EQ(numbers(people.fuji, another), QStringList());
    const auto twins = office.as(people.fuji).payments().invoiceTwins(marks(90'000, u"no 0123"_s), {});
    ASSERT_TRUE(fine(twins));
    EXPECT_EQ(twins->front().section, u"総務課"_s);
}

TEST_P(InvoiceWatch, FindsAFileThatIsAttachedTwice)
{
    const auto paper = sato.upload(u"請求書.pdf"_s, "an invoice");
    ASSERT_TRUE(fine(paper));
    const auto first = sato.draft(bill(90'000), {}, 1, {*paper});
    ASSERT_TRUE(fine(first));
    InvoiceMarks other = marks(1, {});
    other.files = {paper->sha256};
    EXPECT_EQ(numbers(people.fuji, other), QStringList()) << "a draft is nobody's business";
    ASSERT_TRUE(fine(sato.submit(*first)));

    EXPECT_EQ(numbers(people.fuji, other), QStringList{numberOf(*first) + u" file"_s});
    other.files = {QByteArray(64, 'a')};
    EXPECT_EQ(numbers(people.fuji, other), QStringList());
}

TEST_P(InvoiceWatch, LeavesOutWhatWasGivenUpOrCancelled)
{
    const auto first = sato.file(bill(90'000));
    ASSERT_TRUE(fine(first));
    ASSERT_TRUE(fine(sato.act(*first, Cancel{u"重複"_s})));
    EXPECT_EQ(numbers(people.fuji, marks(90'000, u"no 0123"_s)), QStringList());
    const auto second = sato.file(bill(80'000));
    ASSERT_TRUE(fine(second));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*second)));
    EXPECT_EQ(numbers(people.fuji, marks(80'000, u"no 0123"_s)).size(), 1) << "decided";
    const auto record = *office.owner().cases().load(*second);
    const auto back = sato.file(cancelling(record.revisions.back().content.fields,
                                           {*second, record.number, proven(record)->basis->officeRevision, u"重複"_s}));
    ASSERT_TRUE(fine(back));
    for (const StaffId who : {people.suzuki, people.kato, people.bando})
        ASSERT_TRUE(fine(Hand(office, who).approve(*back)));

    EXPECT_EQ(numbers(people.fuji, marks(80'000, u"no 0123"_s)), QStringList());
}

TEST_P(InvoiceWatch, TellsTheDrafterAndWhoApprovesOfIt)
{
    const auto first = sato.file(bill(90'000));
    ASSERT_TRUE(fine(first));
    Desk desk(std::move(office.open(people.suzuki)).value(), memoForms(), office.clock());
    ASSERT_TRUE(fine(desk.start()));
    const auto said = [&](const QJsonObject &fields, std::optional<CaseId> itself = {}) {
        const auto insights = desk.insights(people.sato, {u"memo"_s, 1, fields, {}}, itself);
        EXPECT_TRUE(fine(insights));
        QStringList texts;
        for (const Insight &insight : *insights) {
            EXPECT_TRUE(insight.remarkable) << "bulk leaves it out";
            texts.append(insight.text.ja);
        }
        return texts;
    };

    const QStringList texts = said(bill(90'000, u"another"_s));
    ASSERT_EQ(texts.size(), 1);
    EXPECT_TRUE(texts.front().contains(numberOf(*first) + u"（総務課）"_s)) << texts.front().toStdString();
    EXPECT_EQ(said(bill(90'000), *first), QStringList());
    EXPECT_EQ(said(bill(90'002)), QStringList());
    const auto preview = desk.preview({u"memo"_s, 1, bill(90'000), {}}, {});
    ASSERT_TRUE(fine(preview));
    EXPECT_TRUE(std::any_of(preview->findings.begin(), preview->findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Warning && finding.text.ja.startsWith(u"二重払い"_s);
    }));
}

} // namespace kessai::test
