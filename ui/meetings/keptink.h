// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/meetings/ink.h"
#include "core/meetings/meeting.h"

#include <map>
#include <vector>

namespace kessai {

/// Ink the office does not have yet, kept on this computer until it does: one file a meeting, readable by its user only. Reads and writes
/// files, so not on the GUI thread; may be called on any.
class KeptInk final {
public:
    /// `folder` is made when needed; `owner` tells offices and persons on a shared computer apart.
    KeptInk(QString folder, const QString &owner);
    /// Keeps pieces besides those that are there, of each the newer version.
    Result<> keep(MeetingId meeting, const std::vector<Ink> &inks) const;
    /// Forgets what the office has now, in these versions or older.
    void drop(MeetingId meeting, const std::vector<Ink> &stored) const;
    /// What lies here of a meeting.
    std::vector<Ink> found(MeetingId meeting) const;
    /// What earlier sessions could not store, by meeting. Files that cannot be read are left alone.
    std::map<MeetingId, std::vector<Ink>> found() const;

private:
    QString path(MeetingId meeting) const;
    static std::vector<Ink> read(const QString &path);
    static Result<> write(const QString &path, const std::vector<Ink> &inks);

    QString m_folder;
    QString m_prefix;
};

/// Where this computer keeps it.
QString keptInkFolder();

} // namespace kessai
