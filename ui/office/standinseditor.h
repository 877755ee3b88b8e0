// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace kessai {

/// 代決者: who decides in a post's place while its holders are away, first to last. What is put together here counts once it is
/// registered.
class StandInsEditor final : public QWidget {
    Q_OBJECT

public:
    explicit StandInsEditor(QWidget *parent = nullptr);
    /// Shows who is listed today.
    void show(const PostSheet &sheet, const QDate &today);
    /// While a list is being registered nothing more is.
    void setBusy(bool busy);

Q_SIGNALS:
    void registered(const kessai::SetStandIns &list, const QString &decider);

private:
    void chooseDecider(PostId decider);
    void showList();
    void addEntry();
    void check();
    QString entryText(const StandIn &entry) const;
    std::vector<StandIn> listed(PostId decider) const;

    PostSheet m_sheet;
    std::optional<PostId> m_decider;
    std::vector<StandIn> m_list; ///< as it is being put together
    bool m_busy = false;
    QVBoxLayout *m_overview;
    QWidget *m_deciderRoom;
    QComboBox *m_deciders = nullptr;
    QVBoxLayout *m_rows;
    QWidget *m_entryRoom;
    QComboBox *m_entries = nullptr;
    QPushButton *m_add;
    QPushButton *m_register;
};

} // namespace kessai
