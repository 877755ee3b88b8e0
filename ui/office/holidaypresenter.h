// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/desk.h"

#include <QObject>

namespace kessai {

class DeskSession;

/// Reads the office's holidays and a file of the official list, and records what an administrator does with them.
class HolidayPresenter final : public QObject {
    Q_OBJECT

public:
    explicit HolidayPresenter(DeskSession &session, QObject *parent = nullptr);

    void read();
    /// Reads a file and asks what importing it would change; a file chosen meanwhile takes its place.
    void readFile(const QString &path);
    /// Records a change; while one is under way further ones are ignored. `done` says in the user's words what was done.
    void change(const HolidayChange &change, const QString &done);

Q_SIGNALS:
    void holidaysRead(const kessai::Holidays &holidays);
    void previewRead(const kessai::ImportPreview &preview);
    /// The file is no official list; `why` tells what to do about it.
    void fileRefused(const kessai::Bilingual &why);
    void readFailed(const kessai::Error &error);
    void busyChanged(bool busy);
    void changed(const QString &done);
    void changeFailed(const kessai::Error &error);

private:
    void setBusy(bool busy);

    DeskSession &m_session;
    int m_files = 0; ///< how many were chosen
    bool m_busy = false;
};

} // namespace kessai
