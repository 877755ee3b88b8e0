// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/meeting.h"
#include "core/office/office.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;
class QTableView;

namespace kessai {

class TextLabel;

/// Members of a meeting: who, and as what; the first column has the post and by what they were invited below the name.
class MembersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Who, Role, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setMembers(const std::vector<MeetingMember> &members, std::shared_ptr<const Office> office);
    const std::vector<MeetingMember> &members() const { return m_members; }
    QString nameOf(int row) const;
    /// The post, and by what they were invited where that is not it.
    QString noteOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<MeetingMember> m_members;
    std::shared_ptr<const Office> m_office;
};

/// 出席者: invited by person, post or section, which stand for the people in them now; each with a role.
class MembersPane final : public QWidget {
    Q_OBJECT

public:
    explicit MembersPane(QWidget *parent = nullptr);

    /// Shows the members the office has; what was changed here and is not answered yet stays, unless `anew`.
    void show(const std::vector<MeetingMember> &members, const std::shared_ptr<const Office> &office,
              bool anew = false);
    void setEditable(bool editable);
    void takeFocus();

Q_SIGNALS:
    void invited(const kessai::InviteMembers &list, const QString &done);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void invite();
    void fill(const std::vector<MeetingMember> &members);
    void tellUnsettled();
    void setRole();
    void remove();
    void check();
    std::vector<int> chosenRows() const;
    void send(std::vector<MeetingMember> members, const QString &done);

    std::shared_ptr<const Office> m_office;
    std::vector<MeetingMember> m_known; ///< as the office has them
    bool m_editable = false;
    QWidget *m_entry; ///< the line with which one invites
    QComboBox *m_whom;
    QComboBox *m_as;
    TextLabel *m_count;
    MembersModel *m_model;
    QTableView *m_table;
    QWidget *m_acts; ///< what is done with those chosen
    QComboBox *m_role;
    QPushButton *m_remove;
};

} // namespace kessai
