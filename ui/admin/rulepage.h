// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/rule.h"
#include "ui/export/sheet.h"

#include <QWidget>

class QTableView;

namespace kessai {

class Card;
class ChangesCard;
class DeskSession;
class DraftBar;
class DraftFoot;
class LineEditor;
class NavigationList;
class QuietBanner;
class RuleDraft;
class RuleModel;
class TextLabel;

/// The routes of all forms, step by step, as a clerk reads them: each revision with what it changed, and the next one written, checked and
/// put in force.
class RulePage final : public QWidget {
    Q_OBJECT

public:
    RulePage(DeskSession &session, RuleDraft &draft, QWidget *parent = nullptr);

    void begin();
    void takeFocus();

Q_SIGNALS:
    /// The sentence for the quiet line: what was done.
    void recorded(const QString &done);
    void benchRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLines();
    void connectParts();
    void showBook();
    void showForm();
    void showRevision();
    void showDraft();
    void showRule(const RouteRule &rule, const RouteRule *before);
    void beginDraft();
    void move(size_t from, size_t to);
    void moveBy(int steps);
    void addLine(size_t behind, bool copied);
    void selectLine(size_t at);
    std::optional<size_t> currentLine() const;
    const RouteRule *shownRevision() const;
    Sheet sheet() const;

    DeskSession &m_session;
    RuleDraft &m_draft;
    QuietBanner *m_banner;
    NavigationList *m_forms;
    RuleModel *m_model;
    DraftBar *m_bar;
    TextLabel *m_formName; ///< where the forms are icons only
    QTableView *m_view;
    QWidget *m_side = nullptr;
    Card *m_lineCard;
    LineEditor *m_line;
    ChangesCard *m_changes;
    DraftFoot *m_foot;
    bool m_wasWriting = false;
};

} // namespace kessai
