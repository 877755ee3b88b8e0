// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/kessaistyle.h"

#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typescale.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextCharFormat>
#include <QTextEdit>

#include <algorithm>

namespace kessai {

namespace {

constexpr int kScrollBarExtent = 12;
constexpr int kChevronRoom = 30;

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool isComboPopup(const QWidget *widget)
{
    return widget->inherits("QComboBoxPrivateContainer");
}

// The calendar of a date field paints its week-ends in plain red and its head like a selection.
void dressCalendar(QCalendarWidget &calendar)
{
    const Tokens &t = tokens();
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    QTextCharFormat format;
    format.setForeground(t[Token::Text2]);
    calendar.setHeaderTextFormat(format);
    format.setForeground(t[Token::DangerText]);
    calendar.setWeekdayTextFormat(Qt::Sunday, format);
    format.setForeground(t[Token::Accent]);
    calendar.setWeekdayTextFormat(Qt::Saturday, format);
    if (auto *head = calendar.findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar"))) {
        QPalette colors = head->palette();
        colors.setColor(QPalette::Highlight, t[Token::Surface]);
        colors.setColor(QPalette::HighlightedText, t[Token::Text]);
        head->setPalette(colors);
    }
}

// The handle covers the same share of the bar as the view covers of what it shows, but never less than 32 px.
QRect scrollHandle(const QStyleOptionSlider &bar)
{
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(static_cast<int>(qint64(bar.pageStep) * length / (range + bar.pageStep)),
                            std::min(32, length), length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    return vertical ? QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), handle)
                    : QRect(bar.rect.x() + start, bar.rect.y(), handle, bar.rect.height());
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect handle = scrollHandle(bar);
    const bool vertical = bar.orientation == Qt::Vertical;
    QRect rect = bar.rect;
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return handle;
    case QStyle::SC_ScrollBarGroove: return rect;
    case QStyle::SC_ScrollBarSubPage:
        vertical ? rect.setBottom(handle.top() - 1) : rect.setRight(handle.left() - 1);
        return rect;
    case QStyle::SC_ScrollBarAddPage:
        vertical ? rect.setTop(handle.bottom() + 1) : rect.setLeft(handle.right() + 1);
        return rect;
    default: return {};
    }
}

} // namespace

KessaiStyle::KessaiStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

bool WheelPasser::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool passes =
        event->type() == QEvent::Wheel && widget && (qobject_cast<QComboBox *>(watched) || !widget->hasFocus());
    if (passes)
        event->ignore(); // whatever it lies in is asked next
    return passes;
}

void KessaiStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(&m_wheel);
    }
    if (qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *calendar = qobject_cast<QCalendarWidget *>(widget))
        dressCalendar(*calendar);
    if (auto *bar = qobject_cast<QScrollBar *>(widget))
        bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void KessaiStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // The list of a combo box is under the keyboard anyway; its selected line is enough.
        if (option->state & State_KeyboardFocusChange && !(widget && isComboPopup(widget->window())))
            stylepaint::focusRing(*painter, option->rect);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0)
                stylepaint::field(*painter, *option, isInvalid(widget));
            return;
        }
        break;
    case PE_FrameLineEdit: stylepaint::field(*painter, *option, isInvalid(widget)); return;
    case PE_Frame:
        if (isTextArea(widget)) {
            QStyleOption state(*option);
            state.state.setFlag(State_HasFocus, widget->hasFocus());
            stylepaint::field(*painter, state, isInvalid(widget));
            return;
        }
        if (widget && isComboPopup(widget)) {
            stylepaint::hairFrame(*painter, option->rect, Token::BorderStrong);
            return;
        }
        stylepaint::hairFrame(*painter, option->rect, Token::Border);
        return;
    case PE_PanelButtonCommand: stylepaint::button(*painter, *option, buttonKind(widget)); return;
    case PE_PanelButtonTool: stylepaint::toolButton(*painter, *option, buttonKind(widget)); return;
    case PE_FrameDefaultButton: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: stylepaint::checkBox(*painter, *option); return;
    case PE_IndicatorRadioButton: stylepaint::radioButton(*painter, *option); return;
    case PE_IndicatorArrowDown: stylepaint::arrow(*painter, *option, QStringLiteral("chevron-down")); return;
    case PE_IndicatorArrowUp: stylepaint::arrow(*painter, *option, QStringLiteral("chevron-up")); return;
    case PE_IndicatorArrowLeft: stylepaint::arrow(*painter, *option, QStringLiteral("chevron-left")); return;
    case PE_IndicatorArrowRight: stylepaint::arrow(*painter, *option, QStringLiteral("chevron-right")); return;
    case PE_PanelMenu:
    case PE_PanelTipLabel: stylepaint::popup(*painter, option->rect); return;
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget: return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, tokens()[Token::Surface]); return;
    case PE_PanelStatusBar: stylepaint::statusBar(*painter, option->rect); return;
    case PE_FrameGroupBox:
        paintRounded(*painter, option->rect, metric::kCardRadius, {}, tokens()[Token::Border]);
        return;
    case PE_FrameTabBarBase: stylepaint::tabBase(*painter, option->rect); return;
    case PE_PanelItemViewItem: stylepaint::row(*painter, *option); return;
    case PE_PanelItemViewRow: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void KessaiStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton bevel(*button);
            bevel.features.setFlag(QStyleOptionButton::HasMenu, false); // the label draws the arrow, beside its words
            proxy()->drawControl(CE_PushButtonBevel, &bevel, painter, widget);
            QStyleOptionButton label(*button);
            label.rect = proxy()->subElementRect(SE_PushButtonContents, button, widget);
            proxy()->drawControl(CE_PushButtonLabel, &label, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const QColor color = stylepaint::buttonTextColor(*button, buttonKind(widget));
            stylepaint::buttonLabel(*painter, *button, color, buttonKind(widget),
                                    proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0);
            return;
        }
        break;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton label(*button);
            if (option->state & State_Enabled) {
                Token token = buttonToken(buttonKind(widget));
                if (option->state & State_On && buttonKind(widget) == ButtonKind::Plain)
                    token = Token::Accent;
                label.palette.setColor(QPalette::ButtonText, tokens()[token]);
            }
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            stylepaint::tabShape(*painter, *tab);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            stylepaint::tabLabel(*painter, *tab, widget ? widget->font() : painter->font());
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const QStyleOptionMenuItem dressed = stylepaint::menuItem(*painter, *item);
            QProxyStyle::drawControl(element, &dressed, painter, widget);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            stylepaint::progress(*painter, *bar);
            return;
        }
        break;
    case CE_Splitter: return;
    case CE_HeaderSection: stylepaint::headerSection(*painter, option->rect); return;
    case CE_HeaderEmptyArea: stylepaint::headerSection(*painter, option->rect); return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 label;
            if (const auto *v2 = qstyleoption_cast<const QStyleOptionHeaderV2 *>(header))
                label = *v2;
            else
                static_cast<QStyleOptionHeader &>(label) = *header;
            label.palette.setColor(QPalette::ButtonText, tokens()[Token::Text2]);
            label.state.setFlag(State_On, false); // a selected column does not make its header bold
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_ScrollBarSlider:
    case CE_ScrollBarAddPage:
    case CE_ScrollBarSubPage:
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine: return; // drawComplexControl does it all
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void KessaiStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            stylepaint::field(*painter, *combo, isInvalid(widget));
            stylepaint::chevron(*painter, proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget),
                                *combo);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                stylepaint::field(*painter, *spin, isInvalid(widget));
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                const QRect up = proxy()->subControlRect(CC_SpinBox, spin, SC_SpinBoxUp, widget);
                const QRect down = proxy()->subControlRect(CC_SpinBox, spin, SC_SpinBoxDown, widget);
                stylepaint::spinArrows(*painter, *spin, up, down);
            }
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            if (bar->maximum > bar->minimum)
                stylepaint::scrollHandle(*painter, scrollHandle(*bar), *bar);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize KessaiStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                    const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int textHeight = option ? option->fontMetrics.height() : 0;
    const int control = std::max(metric::kControlHeight, textHeight + 12);
    switch (type) {
    case CT_PushButton: {
        // The contents come with the width of ordinary weight; the primary button is bold.
        const int bold = buttonKind(widget) == ButtonKind::Primary ? contents.width() / 12 : 0;
        const int padding = buttonKind(widget) == ButtonKind::Link ? 12 : 28;
        return {std::max(contents.width() + bold + padding, buttonKind(widget) == ButtonKind::Link ? 0 : 72), control};
    }
    case CT_ToolButton: {
        // The arrow of a button that is all menu stands beside its words, not on them.
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool menu = button && button->toolButtonStyle != Qt::ToolButtonIconOnly
            && (button->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup))
                == QStyleOptionToolButton::HasMenu;
        return {std::max(size.width() + (menu ? kChevronRoom : 0), control), std::max(size.height(), control)};
    }
    case CT_LineEdit: return {size.width() + 8, control};
    case CT_ComboBox: return {contents.width() + 12 + kChevronRoom, control};
    case CT_SpinBox: return {size.width() + 12, control};
    case CT_CheckBox:
    case CT_RadioButton: return {size.width() + 4, std::max(size.height(), 26)};
    case CT_TabBarTab: return {contents.width() + 4, std::max(contents.height(), 40)};
    case CT_HeaderSection: return {size.width() + 8, std::max(size.height(), 32)};
    case CT_ProgressBar: return {size.width(), 10};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            if (item->menuItemType != QStyleOptionMenuItem::Separator)
                return {size.width() + 20, std::max(size.height(), textHeight + 12)};
        return size;
    case CT_ItemViewItem: return {size.width(), std::max(size.height(), 30)};
    default: return size;
    }
}

QRect KessaiStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part);
    }
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const int left = combo && combo->editable ? 6 : 9; // an inner line edit adds its own margin
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(left, 2, -kChevronRoom, -2));
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              QRect(rect.right() - kChevronRoom + 1, rect.y(), kChevronRoom, rect.height()));
    }
    if (control == CC_SpinBox) {
        const QRect rect = option->rect;
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int width = buttons ? 24 : 4;
        const QRect column(rect.right() - width - 1, rect.y() + 3, width, rect.height() - 6);
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(6, 2, -width - 2, -2));
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, rect,
                              buttons ? column.adjusted(0, 0, 0, -column.height() / 2) : QRect());
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, rect,
                              buttons ? column.adjusted(0, column.height() / 2, 0, 0) : QRect());
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect KessaiStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int side = frame && frame->lineWidth > 0 ? 8 : 2;
        return option->rect.adjusted(side, 2, -side, -2);
    }
    case SE_PushButtonFocusRect: return option->rect;
    case SE_PushButtonContents: {
        const int side = buttonKind(widget) == ButtonKind::Link ? 3 : 6;
        return option->rect.adjusted(side, 0, -side, 0);
    }
    case SE_ComboBoxFocusRect: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

int KessaiStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: return isTextArea(widget) ? 6 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent: return kScrollBarExtent;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return metric::kIconSize;
    case PM_ToolBarIconSize: return 20;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metric::kGap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return metric::kPageMargin;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 14;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap: return 0;
    case PM_MenuButtonIndicator: return kChevronRoom;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SplitterWidth: return metric::kPageMargin;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin: return 4;
    case PM_ToolTipLabelFrameWidth: return 7;
    case PM_MenuVMargin: return 4;
    case PM_HeaderMargin: return 8;
    case PM_FocusFrameHMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KessaiStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    // The wheel scrolls the page; a choice under the pointer stays what it is.
    case SH_ComboBox_AllowWheelScrolling:
    case SH_TabBar_AllowWheelScrolling: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_UnderlineShortcut: return 1;
    case SH_Table_GridLineColor: return static_cast<int>(tokens()[Token::Border].rgba());
    case SH_ToolTip_WakeUpDelay: return 400;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon KessaiStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_MessageBoxInformation: return icon(QStringLiteral("info-circle"), Token::InfoText);
    case SP_MessageBoxQuestion: return icon(QStringLiteral("help-circle"), Token::InfoText);
    case SP_MessageBoxWarning: return icon(QStringLiteral("alert-triangle"), Token::WarnText);
    case SP_MessageBoxCritical: return icon(QStringLiteral("circle-x"), Token::DangerText);
    case SP_ArrowLeft:
    case SP_ArrowBack: return icon(QStringLiteral("chevron-left"));
    case SP_ArrowRight:
    case SP_ArrowForward: return icon(QStringLiteral("chevron-right"));
    case SP_LineEditClearButton:
    case SP_DialogCloseButton: return icon(QStringLiteral("x"));
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace kessai
