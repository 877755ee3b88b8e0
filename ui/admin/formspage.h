// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/formdefinition.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QComboBox;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace kessai {

class AdoptFoot;
class Card;
class ChangesCard;
class DeskSession;
class FieldPanel;
class FormCells;
class FormDraft;
class FormPreview;
class FormWords;
class QuietBanner;
class TextLabel;

/// The forms of the office: each revision, and the next one written beside the form as it will be on the screen and on paper, checked and put in force.
class FormsPage final : public QWidget {
    Q_OBJECT

public:
    explicit FormsPage(DeskSession &session, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildParts();
    QWidget *buildFields();
    void connectParts();
    void connectKeys();
    void showBook();
    void showForm();
    void showParts(const FormDefinition &form);
    void showField();
    void showFoot();
    void setNarrow(bool narrow);
    void chooseForm();
    void beginDraft();
    bool giveUp();
    void writeOther(int index);
    void addField();
    void dropField();
    void moveField(int by);
    /// What is looked at: the draft, or the chosen revision.
    const FormDefinition *shown() const;
    QString currentField() const;

    DeskSession &m_session;
    FormDraft *m_draft;
    QuietBanner *m_banner;
    Card *m_formsCard;
    QListWidget *m_forms;
    QComboBox *m_written; ///< the form of the draft, and the way to another one
    QComboBox *m_revisions;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_edit;
    QPushButton *m_giveUp;
    QTabBar *m_tabs;
    QStackedWidget *m_parts;
    QHBoxLayout *m_all = nullptr;       ///< the columns of the page
    QBoxLayout *m_fieldParts = nullptr; ///< the list of fields and the one that is written
    QListWidget *m_fields;
    QComboBox *m_addField;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_drop;
    FieldPanel *m_field;
    FormWords *m_words;
    FormCells *m_cells;
    ChangesCard *m_changes;
    FormPreview *m_preview;
    TextLabel *m_madeBy;
    AdoptFoot *m_foot;
    bool m_narrow = false;               ///< the form as it will be is one of the parts
    std::pair<QString, QDate> m_adopted; ///< form and day of what was just put in force
    bool m_quiet = false;                ///< lists change by themselves
};

} // namespace kessai
