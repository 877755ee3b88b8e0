// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/meetingstore.h"

#include <QWidget>

#include <map>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kessai {

class IconLabel;
class MyActions;
class TextLabel;

/// 会議で頼まれたこと: a quiet line above a list that says how much there is to do by meetings, and opens to say what is done. Without
/// anything to do it is not there.
class ActionStrip final : public QWidget {
    Q_OBJECT

public:
    explicit ActionStrip(MyActions &actions, QWidget *parent = nullptr);

    /// Only above lists it belongs to.
    void setWanted(bool wanted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    using Key = std::pair<MeetingId, int>;

    void showActions();
    void showRows();
    QWidget *row(const MyAction &action);
    void setOpen(bool open);

    MyActions &m_actions;
    TextLabel *m_words;
    QPushButton *m_toggle;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    std::map<Key, QString> m_notes; ///< as they are written, by what they are about
    bool m_wanted = true;
    bool m_open = false;
};

} // namespace kessai
