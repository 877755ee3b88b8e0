// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/office/placedtext.h"

#include "core/office/placeof.h"
#include "ui/office/officeparts.h"

#include <QCoreApplication>

namespace kessai {

QString placedText(const Office &office, StaffId staff)
{
    const Staff *who = office.staff(staff);
    const QString place = placeOf(office, staff);
    if (!who || place.isEmpty())
        return personText(office, staff);
    //: A person and the post they hold.
    return QCoreApplication::translate("kessai::OfficeParts", "%1 (%2)").arg(who->name(), place);
}

} // namespace kessai
