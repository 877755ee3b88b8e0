// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/organisationmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace kessai {

class Abolition;
class OrganisationDraft;

/// What is chosen in the organisation: a unit, a post or a person, with everything that can be done about it from the keyboard. What is typed counts
/// when one leaves the field.
class NodeEditor final : public QWidget {
    Q_OBJECT

public:
    explicit NodeEditor(OrganisationDraft &draft, QWidget *parent = nullptr);

    /// Shows a row of the tree, or that there is none.
    void setNode(const std::optional<OrganisationNode> &node);
    const std::optional<OrganisationNode> &node() const { return m_node; }
    /// What one types first into.
    void takeFocus();

Q_SIGNALS:
    /// Something was made: go there.
    void made(const kessai::OrganisationNode &node);

private:
    QWidget *buildSection();
    QWidget *buildPost();
    QWidget *buildPerson();
    QLineEdit *line(const QString &name, const char *objectName, QVBoxLayout &column);
    QPushButton *button(const QString &text, const char *objectName);
    void fillSection();
    void fillPost();
    void fillPerson();
    void fillPeople(QComboBox &box);
    void leaveAbolition();
    void showPart(int part);
    void takeSection();
    void takePost();
    void takePerson();
    void takeRoles();
    void hire();

    OrganisationDraft &m_draft;
    std::optional<OrganisationNode> m_node;
    bool m_filling = false;
    QStackedWidget *m_parts;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_code = nullptr;
    QCheckBox *m_busy = nullptr;
    QPushButton *m_abolish = nullptr;
    Abolition *m_abolition = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_postCode = nullptr;
    QSpinBox *m_rank = nullptr;
    QCheckBox *m_head = nullptr;
    QLineEdit *m_roles = nullptr;
    QComboBox *m_appointee = nullptr;
    QComboBox *m_holding = nullptr;
    QComboBox *m_successor = nullptr;
    QLineEdit *m_family = nullptr;
    QLineEdit *m_given = nullptr;
    QLineEdit *m_kana = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_login = nullptr;
    QComboBox *m_target = nullptr;
    QPushButton *m_release = nullptr;
};

} // namespace kessai
