// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/office/office.h"

#include <QAbstractListModel>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

class QListView;
class QPushButton;

namespace kessai {

class TextLabel;

/// Members of a meeting and whether they are there.
class AttendanceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    /// The post and the role, below the name.
    static constexpr int kNoteRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;
    void setMeeting(const Meeting &meeting, std::shared_ptr<const Office> office);
    Attendance attendance(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole the name; AccessibleTextRole all of the row.
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<MeetingMember> m_members;
    std::map<StaffId, Attendance> m_attendance;
    std::shared_ptr<const Office> m_office;
};

/// 出席: who is there. Secretaries note it of anybody chosen, one key each (1 there, 2 late, 3 gone, 4 absent, 0 nothing known); everybody
/// else of themselves.
class AttendancePane final : public QWidget {
    Q_OBJECT

public:
    /// `minute` tells what time it is in the meeting.
    explicit AttendancePane(std::function<int()> minute, QWidget *parent = nullptr);

    /// What was noted here is shown at once; it holds until the office has it, or everything is `settled`.
    void show(const Meeting &meeting, const std::shared_ptr<const Office> &office, StaffId me, bool settled);
    /// Those who are there.
    int thereCount() const { return m_there; }

Q_SIGNALS:
    void noted(const kessai::NoteAttendance &people, const QString &done);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note(AttendanceState state);
    void goOn();
    void send(const NoteAttendance &people, const QString &done);
    void showPeople();
    void noteAll();
    void check();

    const std::function<int()> m_minute;
    Meeting m_meeting;                    ///< as the office has it
    std::map<StaffId, Attendance> m_sent; ///< what was noted and is not recorded yet
    std::shared_ptr<const Office> m_office;
    StaffId m_me{0};
    int m_there = 0;
    TextLabel *m_counts;
    QPushButton *m_all;
    AttendanceModel *m_model;
    QListView *m_list;
    QWidget *m_acts;
    std::vector<std::pair<AttendanceState, QPushButton *>> m_states;
};

} // namespace kessai
