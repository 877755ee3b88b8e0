// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/office/office.h"
#include "core/ports/meetingstore.h"
#include "ui/meetings/agendamodel.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace kessai {

class DateEdit;
class TextLabel;

/// What can be done with the item or the paper one is on in the agenda.
class AgendaPane final : public QWidget {
    Q_OBJECT

public:
    explicit AgendaPane(const QDate &today, QWidget *parent = nullptr);

    /// Shows a line; what is written in its fields and not yet recorded stays while one is on the same line.
    void show(const Meeting &meeting, AgendaKey key, const std::shared_ptr<const Office> &office);
    void setReaders(const std::vector<PaperOpened> &opened);
    void setEditable(bool editable);
    /// Into the title of what is shown.
    void takeFocus();

Q_SIGNALS:
    void changeRequested(const kessai::MeetingChange &change, const QString &done);
    void dropRequested(kessai::AgendaKey key);
    /// Somebody wants to choose files for an item.
    void filesRequested(int item);
    /// Enter in the name of an item: on to the next one.
    void nextRequested(int item);
    /// ... or one for a paper.
    void fileRequested(int paper);
    void readRequested(int paper);

private:
    QWidget *buildItem();
    QWidget *buildHidden();
    QWidget *buildAsking();
    QWidget *buildPaper();
    void showItem(const AgendaItem &item, bool keepTyped);
    void showHidden(const AgendaItem &item);
    void showPaper(const AgendaItem &item, const Paper &paper, bool keepTyped);
    void showOpened();
    void commitItem();
    void commitPaper();
    void hide(StaffId who, bool hidden);
    void askPaper();
    QString nameOf(StaffId who) const;
    const AgendaItem *item() const { return m_meeting.item(m_key.item); }

    Meeting m_meeting;
    AgendaKey m_key;
    std::shared_ptr<const Office> m_office;
    std::vector<PaperOpened> m_opened;
    QDate m_today;
    bool m_editable = false;
    QStackedWidget *m_stack;
    // of an item
    QWidget *m_itemPage;
    QSpinBox *m_no;
    QLineEdit *m_title;
    QComboBox *m_kind;
    QSpinBox *m_minutes;
    QVBoxLayout *m_hiddenRows;
    QComboBox *m_hide;
    QLineEdit *m_askTitle;
    QComboBox *m_askWhom;
    DateEdit *m_askUntil;
    QPushButton *m_ask;
    std::vector<QWidget *> m_itemActs; ///< for those who prepare the meeting
    // of a paper
    QWidget *m_paperPage;
    TextLabel *m_label;
    QLineEdit *m_paperTitle;
    TextLabel *m_facts;
    QPushButton *m_read;
    QPushButton *m_put;
    QPushButton *m_dropPaper;
    TextLabel *m_openedBy;
};

} // namespace kessai
