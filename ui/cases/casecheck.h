// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseview.h"

#include <QObject>

namespace kessai {

/// What is looked at of a case, besides itself, before it may be approved together with others. One case at a time.
class CaseCheck : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Looks at a case; `checked` follows, unless it is stopped or another one is looked at.
    virtual void check(const CaseView &view) = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    /// Why the case is better looked at by itself, in words; nothing speaks against it where there are none.
    void checked(const QStringList &remarks);
};

} // namespace kessai
