// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/content.h"
#include "ui/widgets/textlabel.h"

#include <QTimer>

namespace kessai {

class ComposePresenter;
class DeskSession;
class PaperCheck;

/// Below the attachments of an order of payment that is being written: that its amount stands in none of them, as whoever orders and examines it
/// will be told. Only once the draft is saved and nothing is typed for a moment; silent where a paper cannot be read. Keeps nobody from anything.
class PapersNote final : public TextLabel {
    Q_OBJECT

public:
    PapersNote(DeskSession &session, ComposePresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What it says now; empty while it says nothing.
    void said(const QString &note);

private:
    void say(const QString &note);
    void wait();
    void look();

    ComposePresenter &m_presenter;
    PaperCheck *m_check;
    QTimer m_later;
    std::vector<Attachment> m_papers; ///< that were looked into last
    qint64 m_yen = 0;                 ///< what was looked for
};

} // namespace kessai
