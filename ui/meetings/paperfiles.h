// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/content.h"
#include "core/services/answer.h"

#include <QCache>
#include <QHash>
#include <QObject>

#include <vector>

namespace kessai {

class DeskSession;

/// The files of papers as they are read: from this computer where they lie here whole, else fetched once and checked against their seals;
/// kept near up to a bound.
class PaperFiles final : public QObject {
    Q_OBJECT

public:
    explicit PaperFiles(DeskSession &session, QObject *parent = nullptr);
    ~PaperFiles() override;

    /// The bytes of a file; several who want the same one wait for one download. Given up when this object goes.
    Answer<Result<QByteArray>> fetch(const Attachment &file);

private:
    using Promise = std::shared_ptr<QPromise<Result<QByteArray>>>;
    void download(const Attachment &file);
    void answer(const QByteArray &sha256, const Result<QByteArray> &bytes);

    DeskSession &m_session;
    QCache<QByteArray, QByteArray> m_near;
    QHash<QByteArray, std::vector<Promise>> m_waiting;
};

} // namespace kessai
