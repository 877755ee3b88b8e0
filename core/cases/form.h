// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budget.h"
#include "core/base/quantity.h"
#include "core/calendar/holidays.h"
#include "core/cases/content.h"
#include "core/cases/formdefinition.h"
#include "core/cases/posting.h"
#include "core/office/office.h"

#include <set>

namespace kessai {

struct DayRange;

/// Something a form has to say about a content. Errors keep it from being submitted; warnings are shown and recorded nowhere.
struct Finding final {
    enum class Severity { Error, Warning };
    Severity severity;
    QString field; ///< empty = the whole form
    Bilingual text;
    QString source; ///< the rule it comes from, as cited in domain.md
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// What an approver should see beside a request: a line of text, and where it has one, a meter of used + this of limit.
struct Insight final {
    Bilingual text;
    std::optional<qint64> used;
    std::optional<qint64> added;
    std::optional<qint64> limit;
    Bilingual limitText;
    Finding::Severity tone = Finding::Severity::Warning; ///< only read when `remarkable`
    bool remarkable = false;                             ///< near or over a limit
    friend bool operator==(const Insight &, const Insight &) = default;
};

/// What the office goes by besides its forms and rules: effective-dated numbers of domain.md, by key ("overtime.limit_month_minutes"),
/// the public holidays, and the lines of the budget; changed in the settings, never constants in code.
class Parameters final {
public:
    struct Row {
        QString key;
        QDate from;
        qint64 value;
        QString source;
        int addedIn = 1; ///< office revision
        friend bool operator==(const Row &, const Row &) = default;
    };
    Parameters() = default;
    /// Without holidays of its own the office goes by the shipped ones.
    explicit Parameters(std::vector<Row> rows, std::shared_ptr<const Holidays> holidays = nullptr,
                        BudgetBook budget = BudgetBook());
    /// The value in force on a day; none when the key has no row that early.
    std::optional<qint64> value(const QString &key, const QDate &day) const;
    /// The row of a key that is in force first, however late; none where there is no such key.
    const Row *earliest(const QString &key) const;
    const std::vector<Row> &rows() const { return m_rows; }
    const Holidays &holidays() const { return m_holidays ? *m_holidays : shippedHolidays(); }
    const BudgetBook &budget() const { return m_budget; }
    /// What was known of them when the office was at a revision: a number, holiday or line added later, for whatever day, is not among
    /// them. A key that a newer program brought stands as it was first written down for what was judged before.
    Parameters knownIn(int revision) const;
    /// Reads `[{"key":..,"from":..,"value":..,"source":..}]`.
    static Result<Parameters> fromJson(const QByteArray &json);

private:
    std::vector<Row> m_rows;
    std::shared_ptr<const Holidays> m_holidays;
    BudgetBook m_budget;
};

/// What a form may know besides the content: who files, the office of the day, the parameters, the answers to its questions.
struct FormContext final {
    StaffId drafter;
    QDate today;
    const Office &office;
    const Parameters &parameters;
    std::vector<LedgerAnswer> answers;
    qint64 attachmentCount = 0;
    const OfficeHistory *history = nullptr; ///< for what was on other days; none = as it is today
    std::set<QDate> closed{}; ///< months that are closed, by their first day; known where `standing` is asked

    LedgerAnswer answer(const QString &name) const;
};

/// One paper form: its meaning in code, pure; wording and arrangement are in its FormDefinition. A form keeps no numbers: it is
/// handed those of the office whose case it is about, so that whoever computes a content again gets the same.
class Form {
public:
    virtual ~Form() = default;
    virtual QString code() const = 0;
    /// The definitions shipped with the program, oldest revision first.
    virtual const std::vector<FormDefinition> &definitions() const = 0;
    /// Choices to which an office may add its own: the form says nothing of their codes.
    virtual QStringList openChoices() const { return {}; }
    /// The route rules shipped as defaults.
    virtual QJsonObject defaultRule() const = 0;

    /// The subject shown in lists and on paper, in Japanese (it is part of the record).
    virtual QString title(const QJsonObject &fields, const Parameters &parameters) const = 0;
    /// Of what orders a payment, the last day of its term by law or contract; none where nothing says it.
    virtual std::optional<QDate> paymentTerm(const QJsonObject &fields, const Parameters &parameters) const;
    /// The amount the case is about, for lists and rules.
    virtual std::optional<Yen> amount(const QJsonObject &fields) const;
    /// Texts of the Computed fields, by key.
    virtual QHash<QString, Bilingual> computed(const QJsonObject &fields, const FormContext &context) const;
    /// Fields that are derived for route conditions (e.g. "minutes"), merged into the fields the rule sees.
    virtual QJsonObject facts(const QJsonObject &fields, const Parameters &parameters) const;
    /// Which ledger sums `check` and `insights` want to know.
    virtual std::vector<LedgerQuery> questions(const QJsonObject &fields, StaffId drafter,
                                               const Parameters &parameters) const;
    virtual std::vector<Finding> check(const QJsonObject &fields, const FormContext &context) const = 0;
    virtual std::vector<Posting> postings(const QJsonObject &fields, StaffId drafter,
                                          const Parameters &parameters) const;
    /// Those of its postings that a cancellation of some of its days takes back; none where it is cancelled as a whole only.
    virtual std::vector<Posting> onDays(const QJsonObject &fields, const DayRange &days,
                                        std::vector<Posting> postings) const;
    virtual std::vector<Insight> insights(const QJsonObject &fields, const FormContext &context) const;
    /// What a cancellation gives back that moves these postings of a content back; the amounts are what they were.
    virtual std::vector<Insight> givenBack(const QJsonObject &fields, const std::vector<Posting> &postings,
                                           const Parameters &parameters) const;
    /// What keeps such postings from being taken back now, as far as the answers to `questions` of whose content it is tell.
    virtual std::vector<Finding> checkTakenBack(const std::vector<Posting> &postings, const FormContext &context) const;
    /// Values the ledgers suggest for fields that nobody has touched, whatever stands in them now; null for one to be left empty.
    virtual QJsonObject proposal(const QJsonObject &fields, const FormContext &context) const;
    /// Which ledger sums `standing` wants to know of somebody as of a day.
    virtual std::vector<LedgerQuery> standingQuestions(StaffId who, const QDate &day,
                                                       const Parameters &parameters) const;
    /// How somebody stands without any request, as of `context.today`: what is left of what this form asks for, and how near they
    /// are to its limits.
    virtual std::vector<Insight> standing(const FormContext &context) const;
};

/// All forms this program knows.
class FormCatalog final {
public:
    explicit FormCatalog(std::vector<std::unique_ptr<Form>> forms);
    const Form *find(const QString &code) const;
    const std::vector<std::unique_ptr<Form>> &all() const { return m_forms; }

private:
    std::vector<std::unique_ptr<Form>> m_forms;
};

/// Whether a content asks to be dealt with first: a form that can be urgent has the flag "urgent".
bool isUrgent(const QJsonObject &fields);
/// The checks every form shares: required fields, kinds, lengths, choices, unknown keys. Part of every check before the form's own.
std::vector<Finding> checkFields(const FormDefinition &definition, const QJsonObject &fields);
/// What a value may refer to by a code, to write it by name.
struct NamesKnown final {
    const Office &office;
    const BudgetBook &budget;
};
/// How a field's value is written for people: dates in the era calendar, times as 17:30 or 25:30, choices by their label.
QString displayText(const FieldDefinition &field, const QJsonValue &value, const NamesKnown &names, bool english);

} // namespace kessai
