// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/adoptfoot.h"

namespace kessai {

class RevisionDraft;

/// The foot beside the next revision of a rule, with the button that tries it. Shown only while somebody writes.
class DraftFoot final : public AdoptFoot {
    Q_OBJECT

public:
    DraftFoot(RevisionDraft &draft, const QDate &today, const QString &name, QWidget *parent = nullptr);

private:
    void showDraft();

    RevisionDraft &m_draft;
};

} // namespace kessai
