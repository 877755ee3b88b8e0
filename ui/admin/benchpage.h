// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/routetrial.h"

#include <QWidget>

#include <map>

class QComboBox;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace kessai {

class BenchPresenter;
class Card;
class DateEdit;
class DeskSession;
class FieldEditor;
class QuietBanner;
class RouteCard;
class RuleDraft;
class TableDraft;
class TextLabel;
class WaysModel;

/// The test bench: a case is made up, and the way it takes is shown with the reasons, by the rules in force and by those that are being
/// written; below, the cases of the last year and those that run which would go another way.
class BenchPage final : public QWidget {
    Q_OBJECT

public:
    BenchPage(DeskSession &session, TableDraft &table, RuleDraft &rule, QWidget *parent = nullptr);

    void begin();
    void takeFocus();
    /// Shows the form whose rule is being written.
    void chooseForm(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCase();
    QWidget *buildWays();
    void connectParts();
    void fillForms();
    void fillPeople();
    void askFields();
    void showFields(const std::vector<FieldDefinition> &fields);
    void tryCase();
    void showAnswer(const TrialAnswer &answer);
    void showWay(const QModelIndex &index);
    void showDraft();
    void showNote();

    DeskSession &m_session;
    TableDraft &m_table;
    RuleDraft &m_rule;
    BenchPresenter *m_presenter;
    QuietBanner *m_banner;
    QComboBox *m_form;
    QWidget *m_whoRoom;
    QComboBox *m_who = nullptr;
    std::shared_ptr<const Office> m_peopleOf; ///< of which `m_who` lists the people
    DateEdit *m_day;
    QWidget *m_fieldRoom;
    QVBoxLayout *m_fields;
    std::vector<FieldDefinition> m_asked;
    std::map<QString, FieldEditor *> m_editors; ///< by the name of the fact
    RouteCard *m_inForce;
    RouteCard *m_drafted;
    Card *m_waysCard;
    TextLabel *m_waysNote;
    QString m_unseen; ///< what of the cases nobody is given
    QPushButton *m_look;
    QPushButton *m_stop;
    WaysModel *m_ways;
    QTableView *m_waysView;
};

} // namespace kessai
