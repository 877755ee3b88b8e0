// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace kessai {

/// Who is signed in, at the foot of the navigation: name, section and post, and a menu of what concerns oneself.
class PersonButton final : public QToolButton {
    Q_OBJECT

public:
    explicit PersonButton(QWidget *parent = nullptr);
    void setPerson(const QString &name, const QString &place);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_place;
};

} // namespace kessai
