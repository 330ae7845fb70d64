"""How far scores and their order survive other weights, other readings of the evidence and another aggregation.

Everything here works on arrays with the draws last, so that one draw of every initiative is one column. numpy is
imported here and nowhere else, and scipy only by what cannot do without.
"""
