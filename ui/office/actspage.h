// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"
#include "core/services/officeacts.h"
#include "ui/export/sheet.h"

#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace kessai {

class ActsModel;
class Card;
class DeskSession;
class EmptyState;
class ExportButton;
class LoadingLine;
class QuietBanner;

/// 変更の履歴: who changed what of the office, when, why and from which day, newest first, by kind and person; below the list what the chosen act changed.
/// A section of the settings, and a place of the window for auditors.
class ActsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ActsPage(DeskSession &session, QWidget *parent = nullptr);

    /// Auditors, who have no settings.
    static bool concerns(const DeskInfo &info) { return info.rights.auditor; }
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    QWidget *buildDetail();
    void connectParts();
    void readMakers();
    void showMakers(const std::vector<ActMaker> &makers);
    void read();
    void showRows();
    void showChosen();
    void showChanges(const OfficeActLine &line, const std::vector<Bilingual> &changes);
    void readAll(const std::function<void(Sheet)> &then);
    void readOn(const OfficeActsWanted &wanted, const std::shared_ptr<Sheet> &sheet,
                const std::function<void(Sheet)> &then);

    DeskSession &m_session;
    QuietBanner *m_banner;
    QComboBox *m_kinds;
    QComboBox *m_people;
    ExportButton *m_save;
    LoadingLine *m_loading;
    ActsModel *m_model;
    QTableView *m_view;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Card *m_detail;
    QVBoxLayout *m_lines;
    int m_told = 0;  ///< the revision of the act that stands below the list
    int m_asked = 0; ///< what a chosen act changed; older answers are dropped
};

} // namespace kessai
