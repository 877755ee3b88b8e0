// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/cases/route.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <vector>

namespace kessai {

/// The kinds of field a form may have; each has one widget in ui/formview and one text form in print.
enum class FieldKind {
    Text,     ///< one line
    LongText, ///< several lines
    Date,     ///< "2026-11-28"
    Time,     ///< whole minutes from midnight of the form's day, may pass 1440 (25:30)
    Minutes,  ///< a span
    Number,   ///< a count or a year, written without separators
    Yen,
    Choice, ///< one of `choices`, stored by its code
    Flag,
    StaffRef,   ///< a person, stored as staff number
    PostRef,    ///< a post, stored as post code
    CaseRef,    ///< a decided commitment, stored as core/cases/caseref.h says
    BudgetLine, ///< a line of the budget, stored as its key "2026:01-02-01-05-0013-12-01"
    Computed,   ///< shown, never typed: text from Form::computed
    Payee,      ///< a payee as of a revision, stored as a PayeeRef (core/accounting/payee.h)
    PaidRef,    ///< an order of payment that was paid, stored as core/cases/paidref.h says
};

struct Choice final {
    QString code;
    Bilingual label;
    friend bool operator==(const Choice &, const Choice &) = default;
};

struct FieldDefinition final {
    QString key;
    FieldKind kind;
    Bilingual label;
    Bilingual hint; ///< placeholder or short help
    bool required = false;
    int width = 12;    ///< columns of a 12-column grid
    int maxLength = 0; ///< characters; 0 = the kind's default
    std::vector<Choice> choices{};
    QJsonObject visibleWhen{}; ///< a Condition on the other fields; empty = always
    QString initial{}; ///< a literal, "today", or "dayMinutes": the hours of a day of whoever has fewer than others
    bool material =
        true; ///< whether approvals rest on it: a changed one asks again whoever approved (domain.md 8.2 rule 9)
    bool confidential = false; ///< read by the drafter and those who decide only; nothing else may follow from it
    bool past = false;         ///< of a date: it can only be past, so a day typed without its year or month is read so
    friend bool operator==(const FieldDefinition &, const FieldDefinition &) = default;
};

/// A cell of the printed layout: a field's label and value, in columns of a 12-column grid and a height in millimetres.
struct PrintCell final {
    QString field;
    int width = 12;
    int height = 9;
    friend bool operator==(const PrintCell &, const PrintCell &) = default;
};

/// One way in which a form is filed often, with what is filled in for it: an hour of annual leave.
struct FormVariant final {
    Bilingual name;
    QStringList words;  ///< that find it besides its name
    QJsonObject fields; ///< in place of what the fields begin with
    friend bool operator==(const FormVariant &, const FormVariant &) = default;
};

/// What takes the place of rejecting a case that nobody may reject: it goes back for a reason that a regulation names, such as 時季変更
/// (労働基準法 第39条第5項: annual leave is requested, and may only be given at another time).
struct ReturnReason final {
    Bilingual name;   ///< 時季変更
    Bilingual text;   ///< how the reason begins that is recorded
    QJsonObject when; ///< a Condition on the content; empty = always
    QString
        before{}; ///< a date of the content, from which on it is too late; then nothing takes its place. Empty = never too late
    friend bool operator==(const ReturnReason &, const ReturnReason &) = default;
};

/// Everything about a form that is wording and arrangement, as data of one revision.
///
/// As JSON: the members by their names. Fields are `{"key", "kind", "label": {"ja","en"}, ...}` where kind is text, longText,
/// date, time, minutes, number, yen, choice, flag, staffRef, postRef, caseRef, budgetLine, computed, payee or paidRef; `choices` are `{"code","label"}`;
/// `printRows` are arrays of `{"field","width","height"}`; `words` are texts, `variants` `{"name","words","fields"}`, `actWords` wordings by the
/// kind of step, `insteadOfRejecting` `{"name","text","when","before"}`. Only code, from, name, fields, key, kind, label and a print cell's field must be
/// there; what has its default value may be left out. Unknown members are errors, and so is a confidential field on which it depends
/// whether another is shown.
struct FormDefinition final {
    QString code;
    int revision = 1;
    QDate from;
    Bilingual name;        ///< 時間外勤務命令
    Bilingual group;       ///< navigation group
    QString icon;          ///< icon name
    Bilingual description; ///< one line under the title when filing
    std::vector<FieldDefinition> fields;
    bool attachments = true;
    bool confidentialAttachments = false; ///< whether they are read by the drafter and those who decide only
    Bilingual attachmentHint;
    Bilingual printTitle;
    std::vector<std::vector<PrintCell>> printRows;
    QStringList words{}; ///< that find the form besides its name
    std::vector<FormVariant> variants{};
    std::map<StepKind, Bilingual> actWords{}; ///< what approving is called where it is not the kind of step's own word
    std::vector<ReturnReason> insteadOfRejecting{}; ///< the first whose condition holds
    QString dayField{}; ///< the date a calendar fills in when somebody files for a day; empty = not filed for a day
    QString
        lastDayField{}; ///< the last date of what may last several days, of which a part can be cancelled; empty = none

    /// Reads a definition; the error names the field and what is wrong with it.
    static Result<FormDefinition> fromJson(const QJsonObject &json, int revision);
    QJsonObject toJson() const;
    const FieldDefinition *field(const QString &key) const;
    /// The definition without its confidential fields.
    FormDefinition openPart() const;
    bool hasConfidential() const;
    friend bool operator==(const FormDefinition &, const FormDefinition &) = default;
};

} // namespace kessai
