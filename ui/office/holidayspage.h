// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace kessai {

class Card;
class DateEdit;
class DeskSession;
class HolidayPresenter;
class QuietBanner;
class TextLabel;

/// 休日: the holidays of a year and where each comes from, the official list taken from a file after a look at what it changes, and the
/// city's own days (domain.md 3). For administrators.
class HolidaysPage final : public QWidget {
    Q_OBJECT

public:
    explicit HolidaysPage(DeskSession &session, QWidget *parent = nullptr);

    static bool concerns(const DeskInfo &info) { return info.rights.administrator; }
    void begin();
    void takeFocus();

Q_SIGNALS:
    void recorded(const QString &done);

private:
    void build();
    void buildYear();
    void buildImport();
    void buildLocal();
    void refresh();
    void showHolidays(const Holidays &holidays);
    void showYear(int year);
    void chooseFile();
    void showPreview(const ImportPreview &preview);
    void closePreview();
    bool mayImport(const ImportPreview &preview);
    void showLocalDays();
    void checkLocalDay();
    void setBusy(bool busy);

    DeskSession &m_session;
    HolidayPresenter *m_presenter;
    Holidays m_holidays; ///< as they are shown
    int m_year;
    std::optional<ImportPreview> m_preview;
    bool m_busy = false;
    QuietBanner *m_banner;
    Card *m_yearCard;
    QToolButton *m_earlier;
    TextLabel *m_yearName;
    QToolButton *m_later;
    QGridLayout *m_days;
    TextLabel *m_note;
    Card *m_importCard;
    QPushButton *m_choose;
    QuietBanner *m_fileBanner;
    QWidget *m_changes;
    QVBoxLayout *m_changeRows;
    QPushButton *m_import;
    QPushButton *m_cancel;
    Card *m_localCard;
    QVBoxLayout *m_localRows;
    DateEdit *m_localDay;
    QLineEdit *m_localName;
    QCheckBox *m_everyYear;
    QPushButton *m_addLocal;
};

} // namespace kessai
