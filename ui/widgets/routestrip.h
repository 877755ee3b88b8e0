// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace kessai {

/// What has happened, or not yet, at one place of a route.
enum class RouteMark : quint8 {
    Waiting,   ///< its turn has not come
    Current,   ///< its turn, somebody else's
    Mine,      ///< its turn, the viewer's
    Done,      ///< acted; shown as a date stamp
    Returned,  ///< sent the case back
    Rejected,  ///< refused it
    Withdrawn, ///< taken back by the drafter
    Skipped,   ///< passed over, as by a superior who acted first
    Vacant,    ///< the post has no holder
};

/// One person (or post) of a step.
struct RouteSeat final {
    RouteMark mark = RouteMark::Waiting;
    QString section = {};
    QString post = {};
    QString name = {};      ///< in full; for a post without a person, the post
    QString stampDate = {}; ///< era date of the act, "8.11.22"
    QString when = {};      ///< under the name: time of the act, or for how long it has waited
    QString act = {};       ///< the word of the act, "approved", "agreed", "read"; a general one if empty
    QString actingFor = {}; ///< for whom it was decided; makes the stamp an acting one
};

/// One step of a route as it is drawn.
struct RouteStepView final {
    QString title = {};    ///< over the circle: the post, "section chief"
    QString kindWord = {}; ///< review, consult, examine, decide, circulate, in the user's language
    QString ruleWord = {}; ///< for several seats: "all", "2 of 3"
    std::vector<RouteSeat> seats = {};
    QString reason = {}; ///< which rule put the step here
};

/// The route of a case as steps with stamps, as many lines of them as the width asks for. Arrow keys and the pointer go from
/// step to step; the description for assistive technology is the whole route as text.
class RouteStrip final : public QWidget {
    Q_OBJECT

public:
    explicit RouteStrip(QWidget *parent = nullptr);

    void setSteps(std::vector<RouteStepView> steps);
    const std::vector<RouteStepView> &steps() const { return m_steps; }
    /// The step the keyboard stands on, or -1.
    int selectedStep() const { return m_selected; }
    void setSelectedStep(int step);
    /// Where \a step is drawn, for anchoring something to it.
    QRect stepRect(int step) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user asks about \a step: clicked it, or pressed Enter or Space on it.
    void stepActivated(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    int stepAt(const QPoint &position) const;
    void setHovered(int step);
    void tellSelected();

    std::vector<RouteStepView> m_steps;
    int m_selected = -1;
    int m_hovered = -1;
};

} // namespace kessai
