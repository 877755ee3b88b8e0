// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;

namespace kessai {

class DateEdit;
class TextLabel;

/// What a meeting is called, when and where it is, and what its members may do. A field counts once it is left; what is written and not
/// yet recorded stays when the meeting changes otherwise.
class HeadPane final : public QWidget {
    Q_OBJECT

public:
    explicit HeadPane(const QDate &today, QWidget *parent = nullptr);

    /// Shows a meeting, or the proposal for one that is not there yet.
    void show(const PlanMeeting &plan, bool begun);
    /// The next meeting shown is another one: nothing that is written stays.
    void forget() { m_shown = {}; }
    void setEditable(bool editable);
    void takeFocus();

Q_SIGNALS:
    /// The meeting is to be made.
    void created(const kessai::PlanMeeting &plan);
    /// The head of one that is there is another.
    void planned(const kessai::PlanMeeting &plan);

private:
    void connectFields();
    /// What is written, as far as it makes sense.
    std::optional<PlanMeeting> written() const;
    MeetingRules writtenRules() const;
    void check();
    void commit();

    PlanMeeting m_shown;
    bool m_begun = false;
    bool m_editable = true;
    QLineEdit *m_title;
    DateEdit *m_day;
    QLineEdit *m_begins;
    QLineEdit *m_ends;
    QLineEdit *m_room;
    QCheckBox *m_mayPrint;
    QCheckBox *m_watermark;
    QCheckBox *m_endInk;
    QSpinBox *m_inkDays;
    TextLabel *m_trouble;
    QPushButton *m_create;
    QTimer *m_rest; ///< a day that was picked counts when nobody goes on picking
};

} // namespace kessai
