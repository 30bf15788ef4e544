"""From a `Taxonomy` to the files of a taxonomy package: schema, linkbases, catalogue, zip.

    markup    escaping                       schema    the XSD: elements, item types, roles, arcroles
    names     files, roles and elements      linkbase  extended links of locators, arcs and resources
    links     presentation, definition, calculation
    labels    label and reference linkbases  package   package files and the zip
    formula   what holds in every report     interval_functions   what formulas call

Everything that a `Taxonomy` holds goes into the package, in its order, so that
`taxonomy.package.read_package` gives an equal value back. The bytes depend on the taxonomy alone.
"""

from taxonomy.compile.package import compile_package, package_files, package_name

__all__ = ["compile_package", "package_files", "package_name"]
