// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/office/office.h"

#include <QMenu>

#include <vector>

class QListWidget;

namespace kessai {

class SearchField;

/// A menu to choose somebody from, by a part of their name or its reading too.
class MemberMenu final : public QMenu {
    Q_OBJECT

public:
    explicit MemberMenu(const QString &name, QWidget *parent = nullptr);

    void setPeople(const std::vector<StaffId> &people, const Office &office);

Q_SIGNALS:
    void chosen(kessai::StaffId who);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void narrow(const QString &words);
    void choose();

    SearchField *m_search;
    QListWidget *m_list;
};

} // namespace kessai
