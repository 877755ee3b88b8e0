// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kessai {

class DeskSession;
class OfficePresenter;
class SecondPress;
class TextLabel;

/// 宛先替え: one case that waits for nobody is addressed to another post, for a reason that stands in its history. Only posts are offered to which it
/// may go; the case itself is not read.
class RerouteCard final : public QWidget {
    Q_OBJECT

public:
    RerouteCard(DeskSession &session, OfficePresenter &presenter, QWidget *parent);

    /// What waits for nobody; what is being written stays while its case does.
    void setSteps(const std::vector<StrandedStep> &steps);

Q_SIGNALS:
    /// Nothing is left to address, and the keyboard was here.
    void finished();

private:
    void askRoute();
    void showRoute(const Case &route, const std::shared_ptr<const Office> &office);
    QString whatIsMissing() const;
    void check();
    void renew();
    void reroute();
    const StrandedStep *step() const;

    DeskSession &m_session;
    OfficePresenter &m_presenter;
    std::vector<StrandedStep> m_steps;
    std::optional<Case> m_route; ///< of the case that is chosen
    std::optional<AssignmentRef> m_seat;
    std::shared_ptr<const Office> m_office; ///< whose posts are offered
    bool m_attended = false;                ///< to this administrator somebody is there
    QComboBox *m_case;
    QComboBox *m_post;
    QLineEdit *m_why;
    QPushButton *m_move;
    SecondPress *m_asking; ///< what is addressed elsewhere stands in the history for good
    TextLabel *m_note;
};

} // namespace kessai
