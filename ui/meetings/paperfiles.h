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

class DeskThread;

/// The files of papers as they are read: fetched once, checked against their seals, and kept near up to a bound.
class PaperFiles final : public QObject {
    Q_OBJECT

public:
    explicit PaperFiles(DeskThread &desk, QObject *parent = nullptr);
    ~PaperFiles() override;

    /// The bytes of a file; several who want the same one wait for one download. Given up when this object goes.
    Answer<Result<QByteArray>> fetch(const Attachment &file);

private:
    using Promise = std::shared_ptr<QPromise<Result<QByteArray>>>;
    void answer(const QByteArray &sha256, const Result<QByteArray> &bytes);

    DeskThread &m_desk;
    QCache<QByteArray, QByteArray> m_near;
    QHash<QByteArray, std::vector<Promise>> m_waiting;
};

} // namespace kessai
