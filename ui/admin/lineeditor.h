// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/rulebook.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace kessai {

class ChosenList;
class ConditionEditor;

/// One step of a route rule that is being written: its kind, how many have to agree, whom it asks, when, why, and what it is about. Everything
/// typed counts at once.
class LineEditor final : public QWidget {
    Q_OBJECT

public:
    explicit LineEditor(QWidget *parent = nullptr);

    /// Shows a line; what somebody is typing in it stays where it says the same.
    void setLine(const RouteRule &rule, size_t at, const RuleBook &book);
    void takeFocus();

Q_SIGNALS:
    void edited(size_t at, const kessai::RuleLine &line);
    void copyRequested(size_t at);
    void removeRequested(size_t at);
    void moveRequested(size_t from, size_t to);

private:
    QComboBox *box(const QString &name, const char *objectName, const QStringList &items);
    void buildManner();
    void buildButtons();
    void fill(const RuleBook &book);
    void fillWho(const RuleBook &book, const RuleWords &words);
    void offerWho(const RuleBook &book, const RuleWords &words);
    void fillGround(const RuleWords &words);
    void settle();
    RuleLine typed() const;

    /// On what it depends who may be asked; only where that is another one are they listed anew.
    struct Offer {
        QString form;
        int revision = 0; ///< of the form
        std::shared_ptr<const Office> office;
        bool table = false;
        StepKind kind = StepKind::Review;
        bool english = false;
        friend bool operator==(const Offer &, const Offer &) = default;
    };

    RouteRule m_rule;
    Offer m_offer;
    size_t m_at = 0;
    RuleLine m_line{};
    bool m_filling = false;
    QLineEdit *m_code;
    QComboBox *m_kind;
    QComboBox *m_manner;
    QWidget *m_mannerRoom;
    QSpinBox *m_count;
    QWidget *m_countRoom;
    QComboBox *m_objection;
    QCheckBox *m_apart;
    ChosenList *m_who;
    ConditionEditor *m_when;
    QPlainTextEdit *m_why;
    QPlainTextEdit *m_whyEnglish;
    ChosenList *m_ground;
};

} // namespace kessai
