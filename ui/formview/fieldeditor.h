// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounting/budget.h"
#include "core/cases/formdefinition.h"
#include "core/office/office.h"
#include "core/ports/payeestore.h"
#include "core/services/answer.h"
#include "core/services/desk.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>
#include <memory>

namespace kessai {

/// Looks for payees by what is typed (Desk::findPayees).
using PayeeFinder = std::function<Answer<Result<std::vector<PayeeRef>>>(const QString &typed)>;

/// Looks for cases another may rest on by what is typed, and asks what a field keeps of one (Desk::commitments, Desk::refer, and
/// Desk::paidOrders, Desk::referPaid).
struct CaseSource final {
    std::function<Answer<Result<std::vector<CaseOffer>>>(const QString &typed)> find = {};
    std::function<Answer<Result<QJsonObject>>(CaseId id)> refer = {};
};

/// What a field editor may offer: the office's people and posts, the lines of the budget, the day it is, and cases to rest on.
struct FieldOffer final {
    std::shared_ptr<const Office> office;
    QDate today;
    bool frozen = false; ///< nothing can be typed: an empty field needs no hint
    BudgetBook budget{};
    std::vector<SectionId> ownSections{}; ///< whose lines of the budget are offered first
    CaseSource commitments{};             ///< decided ones
    CaseSource payments{};                ///< orders that were paid
    PayeeFinder findPayees = {};
};

/// One field of a form on the screen: reads and writes the JSON value its kind stores (see FieldKind). Typed text that is no
/// value of the kind is kept as text, so that the form's checks can say what is wrong and nothing typed is lost.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QJsonValue value() const = 0;
    /// Shows a value without saying that it changed.
    virtual void setValue(const QJsonValue &value) = 0;
    /// Reads what was typed last, as leaving the field does.
    virtual void settle() {}
    /// Why what was typed stands for no value at all; empty where it does, or nothing was typed.
    virtual QString trouble() const { return {}; }
    /// Computed fields only: the text to show.
    virtual void setComputed(const QString &) {}

Q_SIGNALS:
    void edited();
};

/// Makes the editor for a field. Full-width digits, eras and 25:30 are understood.
FieldEditor *makeFieldEditor(const FieldDefinition &field, const FieldOffer &offer, QWidget *parent);

/// The value a new form begins with: the definition's literal, "today", the hours of a day where they are fewer than others', or nothing.
QJsonValue initialValue(const FieldDefinition &field, const QDate &today, const WorkTerms &terms);

} // namespace kessai
